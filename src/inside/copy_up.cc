// SPDX-License-Identifier: Apache-2.0
#include "inside/copy_up.h"

#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "base/text.h"
#include "sys/file.h"

namespace hull::inside {
namespace {

Result<void> copy_contents(sys::FdRef from, sys::FdRef to) {
  while (true) {
    ssize_t copied = ::sendfile(to.number(), from.number(), nullptr, std::size_t{1} << 30);
    if (copied == 0) return {};
    if (copied < 0 && errno != EINTR) return Error::system("sendfile");
  }
}

Result<void> copy_status(sys::FdRef to, const std::string& name, const struct stat& st) {
  if (::fchownat(to.number(), name.c_str(), st.st_uid, st.st_gid, AT_SYMLINK_NOFOLLOW) < 0)
    return Error::system(format("chown('{}')", name));
  // After the owner, whose change clears the set-id bits. A symlink has no mode.
  if (!S_ISLNK(st.st_mode) && ::fchmodat(to.number(), name.c_str(), st.st_mode & 07777, 0) < 0)
    return Error::system(format("chmod('{}')", name));
  const timespec times[2] = {st.st_atim, st.st_mtim};
  if (::utimensat(to.number(), name.c_str(), times, AT_SYMLINK_NOFOLLOW) < 0)
    return Error::system(format("utimensat('{}')", name));
  return {};
}

Result<void> copy_directory(sys::FdRef from, sys::FdRef to);

Result<void> copy_one(sys::FdRef from, sys::FdRef to, const std::string& name) {
  auto st = TRY(sys::status(from, name));
  if (S_ISDIR(st.st_mode)) {
    TRY(sys::make_directory(to, name, 0700));
    auto below = TRY(sys::open_at(from, name, O_PATH | O_DIRECTORY | O_NOFOLLOW));
    auto copy = TRY(sys::open_at(to, name, O_PATH | O_DIRECTORY | O_NOFOLLOW));
    TRY(copy_directory(below, copy).context(name));
  } else if (S_ISREG(st.st_mode)) {
    auto source = TRY(sys::open_at(from, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK));
    auto copy = TRY(sys::open_at(to, name, O_WRONLY | O_CREAT | O_EXCL, 0600));
    TRY(copy_contents(source, copy).context(name));
  } else if (S_ISLNK(st.st_mode)) {
    auto text = TRY(sys::read_link(from, name));
    if (::symlinkat(text.c_str(), to.number(), name.c_str()) < 0)
      return Error::system(format("symlink('{}')", name));
  } else if (S_ISSOCK(st.st_mode)) {
    return {};  // A socket file without its listener is of no use.
  } else if (::mknodat(to.number(), name.c_str(), st.st_mode, st.st_rdev) < 0) {
    return Error::system(format("mknod('{}')", name));
  }
  return copy_status(to, name, st);
}

Result<void> copy_directory(sys::FdRef from, sys::FdRef to) {
  auto names = TRY(sys::list(from));
  for (const std::string& name : names) TRY(copy_one(from, to, name));
  return {};
}

}  // namespace

Result<void> copy_up(sys::FdRef from, sys::FdRef to) {
  return copy_directory(from, to).context("tmpcopyup");
}

}  // namespace hull::inside
