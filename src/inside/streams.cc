// SPDX-License-Identifier: Apache-2.0
#include "inside/streams.h"

#include <sys/mount.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <array>
#include <string>
#include <utility>

#include "base/text.h"
#include "sys/file.h"
#include "sys/mount.h"
#include "sys/open.h"

namespace hull::inside {
namespace {

using sys::Fd;
using sys::FdRef;

constexpr unsigned kMemory = 1;

/// Documentation/admin-guide/devices.txt of Linux: what a container has.
constexpr std::array<std::pair<unsigned, const char*>, 5> kNames = {
    {{3, "null"}, {5, "zero"}, {7, "full"}, {8, "random"}, {9, "urandom"}}};

bool is_device(const struct stat& st, dev_t number) {
  return S_ISCHR(st.st_mode) && st.st_rdev == number;
}

/// The container's node (O_PATH), or nothing. No link is followed, and nothing is opened before it
/// is known.
Fd find_node(dev_t number) {
  for (const auto& [minor, name] : kNames) {
    if (minor != ::minor(number)) continue;
    auto root = sys::open_at(FdRef::cwd(), "/", O_PATH | O_DIRECTORY);
    if (!root) return {};
    auto node =
        sys::Root(std::move(*root))
            .open(format("/dev/{}", name), O_PATH, sys::FollowLast::No, sys::Symlinks::Refused);
    if (!node) return {};
    auto st = sys::status(*node, "");
    if (st && is_device(*st, number)) return std::move(*node);
  }
  return {};
}

/// A node on a file system of its own, attached nowhere. Not for a user namespace, whose file
/// systems have no devices.
Result<Fd> make_node(dev_t number) {
  auto filesystem = TRY(sys::Filesystem::open("tmpfs"));
  auto tree = TRY(std::move(filesystem).mount(MOUNT_ATTR_NOSUID | MOUNT_ATTR_NOEXEC));
  if (::mknodat(tree.root().number(), "node", S_IFCHR | 0666, number) < 0)
    return Error::system("mknod");
  return sys::open_at(tree.root(), "node", O_PATH | O_NOFOLLOW);
}

/// `node`, opened as `stream` is, in its place.
Result<void> replace(int stream, FdRef node, const sys::Proc& proc) {
  const int flags = ::fcntl(stream, F_GETFL);
  if (flags < 0) return Error::system("fcntl(F_GETFL)");
  auto opened = TRY(sys::open_at(proc.root(), format("self/fd/{}", node.number()),
                                 (flags & (O_ACCMODE | O_APPEND | O_NONBLOCK)) | O_NOCTTY));
  return sys::duplicate_to(opened, stream);
}

/// An owner who is not in our user namespace is shown as this id (user_namespaces(7)).
constexpr uid_t kNobody = 65534;

/// Whether somebody in the container may change it through `stream`.
bool is_in_reach(int stream, const struct stat& st) {
  if (st.st_uid == kNobody) return false;
  struct statvfs mount = {};
  return ::fstatvfs(stream, &mount) < 0 || (mount.f_flag & ST_RDONLY) == 0;
}

Result<void> take_own_device(int stream, const struct stat& st, const sys::Proc& proc) {
  const Fd node = find_node(st.st_rdev);
  if (node.is_open() && replace(stream, node, proc)) return {};
  auto made = make_node(st.st_rdev);
  auto replaced = made ? replace(stream, *made, proc) : std::move(made).error();
  if (replaced || !is_in_reach(stream, st)) return {};
  return std::move(replaced).context(
      format("a node of the container's own for its stream {}", stream));
}

}  // namespace

bool is_shared_device(const struct stat& st) {
  return S_ISCHR(st.st_mode) && (::major(st.st_rdev) == kMemory || st.st_rdev == makedev(5, 0));
}

Result<void> take_own_devices(const sys::Proc& proc) {
  for (int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    struct stat st = {};
    if (::fstat(stream, &st) < 0) return Error::system(format("fstat({})", stream));
    if (S_ISCHR(st.st_mode) && ::major(st.st_rdev) == kMemory)
      TRY(take_own_device(stream, st, proc));
  }
  return {};
}

}  // namespace hull::inside
