// SPDX-License-Identifier: Apache-2.0
#include "host/streams.h"

#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "base/text.h"
#include "plan/idmaps.h"
#include "sys/file.h"
#include "sys/mount.h"

namespace hull::host {
namespace {

using sys::Fd;
using sys::FdRef;

bool is_memory(const struct stat& st) {
  return S_ISCHR(st.st_mode) && ::major(st.st_rdev) == 1;
}

bool is_controlling_terminal(const struct stat& st) {
  return S_ISCHR(st.st_mode) && st.st_rdev == makedev(5, 0);
}

/// What every container has a node of, which inside/streams.h puts in its place.
bool is_usual(const struct stat& st) {
  constexpr unsigned kUsual[] = {3, 5, 7, 8, 9};
  return is_memory(st) && std::ranges::find(kUsual, ::minor(st.st_rdev)) != std::end(kUsual);
}

/// Documentation/admin-guide/devices.txt of Linux.
struct Known {
  unsigned major;
  unsigned minor;
  const char* path;
};
constexpr std::array kKnown = {
    Known{1, 3, "/dev/null"},   Known{1, 5, "/dev/zero"},    Known{1, 7, "/dev/full"},
    Known{1, 8, "/dev/random"}, Known{1, 9, "/dev/urandom"}, Known{1, 11, "/dev/kmsg"},
    Known{5, 0, "/dev/tty"},
};

/// A mount of the node alone. One that was opened in another mount namespace cannot be cloned in
/// ours, which has the same device by its name.
Result<sys::Tree> clone_node(FdRef stream) {
  auto tree = sys::Tree::clone(stream, "", sys::Recursive::No);
  if (tree || !tree.error().is(EINVAL)) return tree;
  auto st = TRY(sys::status(stream, ""));
  const auto* known = std::ranges::find_if(
      kKnown, [&st](const Known& one) { return makedev(one.major, one.minor) == st.st_rdev; });
  if (known == kKnown.end()) return tree;
  auto node = TRY(sys::open_at(FdRef::cwd(), known->path, O_PATH | O_NOFOLLOW));
  auto found = TRY(sys::status(node, ""));
  if (!S_ISCHR(found.st_mode) || found.st_rdev != st.st_rdev)
    return Error::refused(format("'{}' is another file", known->path));
  return sys::Tree::clone(node, "", sys::Recursive::No);
}

/// The same device, opened for the same, through a mount that nobody else has.
Result<Fd> reopen(FdRef stream, const sys::Proc& proc) {
  const int flags = ::fcntl(stream.number(), F_GETFL);
  if (flags < 0) return Error::system("fcntl(F_GETFL)");
  auto tree = TRY(clone_node(stream));
  TRY(sys::set_attributes(tree.root(), sys::Recursive::No,
                          MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NOEXEC, 0, 0));
  return sys::open_at(proc.root(), format("self/fd/{}", tree.root().number()),
                      (flags & (O_ACCMODE | O_APPEND | O_NONBLOCK)) | O_NOCTTY);
}

/// The terminal itself, whatever the node is called; 0 for none.
unsigned terminal_of(FdRef stream) {
  unsigned device = 0;
  return ::ioctl(stream.number(), TIOCGDEV, &device) < 0 ? 0 : device;
}

Result<Fd> reopen_terminal(FdRef stream, const sys::Proc& proc) {
  auto opened = TRY(reopen(stream, proc));
  if (terminal_of(opened) != terminal_of(stream))
    return Error::refused("is the terminal of another session");
  return opened;
}

}  // namespace

Result<void> shield_streams(const plan::Plan& plan, const sys::Proc& proc) {
  if (!plan.process || plan.process->terminal) return {};
  for (int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    const FdRef stream(number);
    struct stat st = {};
    if (::fstat(number, &st) < 0) return Error::system(format("fstat({})", number));
    const bool terminal = is_controlling_terminal(st);
    if (!terminal && !is_memory(st)) continue;
    if (plan.in_user_namespace() ? !plan::may_be_inside(plan.id_maps.uids, st.st_uid)
                                 : is_usual(st))
      continue;
    auto opened = terminal ? reopen_terminal(stream, proc) : reopen(stream, proc);
    // Where it cannot be done the process says whether it matters.
    if (!opened && !terminal) continue;
    auto device = TRY(std::move(opened).context([&] {
      return format("/dev/tty, as the container's stream {}, behind a read-only mount", number);
    }));
    TRY(sys::duplicate_to(device, number));
  }
  return {};
}

Result<Fd> shielded(FdRef stream, const sys::Proc& proc) {
  struct stat st = {};
  if (::fstat(stream.number(), &st) == 0 && is_memory(st)) {
    auto opened = reopen(stream, proc);
    if (opened) return opened;
  }
  return sys::duplicate(stream);
}

}  // namespace hull::host
