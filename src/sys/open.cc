// SPDX-License-Identifier: Apache-2.0
#include "sys/open.h"

#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "base/path.h"
#include "base/text.h"
#include "sys/file.h"

namespace hull::sys {
namespace {

std::uint64_t resolution(Symlinks symlinks) {
  std::uint64_t resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS;
  return symlinks == Symlinks::Refused ? resolve | RESOLVE_NO_SYMLINKS : resolve;
}

int last_component(FollowLast follow) {
  return follow == FollowLast::No ? O_NOFOLLOW : 0;
}

}  // namespace

Result<Fd> openat2(FdRef dir, const std::string& name, int flags, mode_t mode,
                   std::uint64_t resolve) {
  open_how how = {};
  how.flags = static_cast<std::uint64_t>(flags | O_CLOEXEC);
  how.mode = mode;
  how.resolve = resolve;
  while (true) {
    long number = ::syscall(SYS_openat2, dir.number(), name.c_str(), &how, sizeof how);
    if (number >= 0) return Fd(static_cast<int>(number));
    if (errno != EAGAIN && errno != EINTR) return Error::system(format("openat2('{}')", name));
  }
}

Result<Fd> Root::open(const std::string& path, int flags, FollowLast follow,
                      Symlinks symlinks) const {
  return openat2(directory_, path, flags | last_component(follow), 0, resolution(symlinks));
}

Result<std::optional<Fd>> Root::try_open(const std::string& path, int flags,
                                         FollowLast follow) const {
  auto opened = open(path, flags, follow);
  if (opened) return std::optional<Fd>(std::move(opened).value());
  if (opened.error().is(ENOENT) || opened.error().is(ENOTDIR)) return std::optional<Fd>();
  return std::move(opened).error();
}

Result<Fd> Root::make_parent(const std::string& path) const {
  return make(path::parent(path), Make::Directory);
}

Result<Fd> Root::make(const std::string& path, Make what, FollowLast follow, Symlinks symlinks,
                      int links) const {
  auto existing = open(path, O_PATH, follow, symlinks);
  if (existing || !existing.error().is(ENOENT)) return existing;
  auto parent = TRY(make(path::parent(path), Make::Directory, FollowLast::Yes, symlinks, links));
  const std::string name = path::name(path);
  // Whoever made it first, the answer below is what stands there.
  if (what == Make::Directory) {
    if (::mkdirat(parent.number(), name.c_str(), 0755) < 0 && errno != EEXIST)
      return Error::system(format("mkdir('{}')", path));
  } else {
    int made = ::openat(parent.number(), name.c_str(),
                        O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_WRONLY, 0644);
    if (made < 0 && errno != EEXIST) return Error::system(format("creat('{}')", path));
    Fd closes(made);
  }
  auto opened = open(path, O_PATH, follow, symlinks);
  if (opened || !opened.error().is(ENOENT)) return opened;
  // A name that exists but cannot be resolved is a dangling symlink.
  if (links == 0) return Error::refused(format("'{}' goes through too many symlinks", path));
  auto text = TRY(read_link(parent, name).context([&] { return format("'{}'", path); }));
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  return make(path::join(path::parent(path), text), what, follow, symlinks, links - 1);
}

}  // namespace hull::sys
