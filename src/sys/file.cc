// SPDX-License-Identifier: Apache-2.0
#include "sys/file.h"

#include <dirent.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <memory>

#include "base/path.h"
#include "base/text.h"

namespace hull::sys {

Result<Fd> open_at(FdRef dir, const std::string& name, int flags, mode_t mode) {
  int number = ::openat(dir.number(), name.c_str(), flags | O_CLOEXEC, mode);
  if (number < 0) return Error::system(format("open('{}')", name));
  return Fd(number);
}

Result<std::optional<Fd>> try_open_at(FdRef dir, const std::string& name, int flags) {
  auto opened = open_at(dir, name, flags);
  if (opened) return std::optional<Fd>(std::move(opened).value());
  if (opened.error().is(ENOENT)) return std::optional<Fd>();
  return std::move(opened).error();
}

Result<std::string> read_all(FdRef fd) {
  std::string text;
  std::size_t used = 0;
  while (true) {
    if (text.size() - used < 1024) text.resize(text.size() + 4096);
    ssize_t got = ::read(fd.number(), text.data() + used, text.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Error::system(format("read({})", fd.number()));
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  text.resize(used);
  return text;
}

Result<std::string> read_untrusted(FdRef fd, std::size_t limit) {
  auto st = TRY(status(fd, ""));
  if (!S_ISREG(st.st_mode)) return Error::refused("is no regular file");
  std::string text(std::min<std::size_t>(static_cast<std::size_t>(st.st_size), limit), '\0');
  const ssize_t length = ::read(fd.number(), text.data(), text.size());
  if (length < 0) return Error::system("read");
  text.resize(static_cast<std::size_t>(length));
  return text;
}

Result<std::string> read_available(FdRef pipe, std::size_t limit) {
  std::string text(limit, '\0');
  std::size_t length = 0;
  pollfd watched = {pipe.number(), POLLIN, 0};
  while (length < limit && ::poll(&watched, 1, 0) == 1) {
    const ssize_t got = ::read(pipe.number(), text.data() + length, limit - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Error::system("read");
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
  }
  text.resize(length);
  return text;
}

Result<std::string> read(FdRef dir, const std::string& name) {
  auto fd = TRY(open_at(dir, name, O_RDONLY));
  return read_all(fd).context([&] { return format("'{}'", name); });
}

Result<std::optional<std::string>> try_read(FdRef dir, const std::string& name) {
  auto fd = TRY(try_open_at(dir, name, O_RDONLY));
  if (!fd) return std::optional<std::string>();
  auto text = TRY(read_all(*fd).context([&] { return format("'{}'", name); }));
  return std::optional<std::string>(std::move(text));
}

Result<void> rewind(FdRef fd) {
  if (::lseek(fd.number(), 0, SEEK_SET) < 0) return Error::system(format("lseek({})", fd.number()));
  return {};
}

Result<Fd> memory_file(const std::string& text) {
  int number = ::memfd_create("text", MFD_CLOEXEC);
  if (number < 0) return Error::system("memfd_create");
  Fd file(number);
  TRY(write_all(file, text));
  TRY(rewind(file));
  return file;
}

Result<void> write_all(FdRef fd, std::string_view text) {
  while (!text.empty()) {
    ssize_t put = ::write(fd.number(), text.data(), text.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return Error::system(format("write({})", fd.number()));
    text.remove_prefix(static_cast<std::size_t>(put));
  }
  return {};
}

Result<void> write(FdRef dir, const std::string& name, std::string_view text) {
  auto fd = TRY(open_at(dir, name, O_WRONLY));
  while (::write(fd.number(), text.data(), text.size()) < 0)
    if (errno != EINTR) return Error::system(format("write('{}', '{}')", name, trim(text)));
  return {};
}

Result<void> write_atomically(FdRef dir, const std::string& name, std::string_view text,
                              mode_t mode) {
  const std::string hidden = path::join(path::parent(name), "." + path::name(name) + ".new");
  // Left over by a writer that was killed; ours to replace.
  TRY(remove_file(dir, hidden));
  auto fd = TRY(open_at(dir, hidden, O_WRONLY | O_CREAT | O_EXCL, mode));
  TRY(write_all(fd, text).context([&] { return format("'{}'", hidden); }));
  if (::renameat(dir.number(), hidden.c_str(), dir.number(), name.c_str()) < 0)
    return Error::system(format("rename('{}', '{}')", hidden, name));
  return {};
}

Result<void> make_directory(FdRef dir, const std::string& name, mode_t mode) {
  if (::mkdirat(dir.number(), name.c_str(), mode) < 0)
    return Error::system(format("mkdir('{}')", name));
  return {};
}

Result<void> make_directories(const std::string& path, mode_t mode) {
  if (::mkdir(path.c_str(), mode) == 0 || errno == EEXIST) return {};
  if (errno != ENOENT) return Error::system(format("mkdir('{}')", path));
  TRY(make_directories(path::parent(path), mode));
  if (::mkdir(path.c_str(), mode) == 0 || errno == EEXIST) return {};
  return Error::system(format("mkdir('{}')", path));
}

Result<bool> remove_directory(FdRef dir, const std::string& name) {
  if (::unlinkat(dir.number(), name.c_str(), AT_REMOVEDIR) == 0) return true;
  if (errno == ENOENT) return false;
  return Error::system(format("rmdir('{}')", name));
}

Result<bool> remove_file(FdRef dir, const std::string& name) {
  if (::unlinkat(dir.number(), name.c_str(), 0) == 0) return true;
  if (errno == ENOENT) return false;
  return Error::system(format("unlink('{}')", name));
}

Result<void> remove_tree(FdRef dir, const std::string& name) {
  if (::unlinkat(dir.number(), name.c_str(), 0) == 0 || errno == ENOENT) return {};
  if (errno != EISDIR && errno != EPERM) return Error::system(format("unlink('{}')", name));
  auto removed = remove_directory(dir, name);
  if (removed) return {};
  if (!removed.error().is(ENOTEMPTY)) return std::move(removed).error();
  auto inner = TRY(open_at(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
  auto names = TRY(list(inner));
  // A mount point below answers EBUSY and ends the removal there.
  for (const std::string& below : names) TRY(remove_tree(inner, below).context(name));
  TRY(remove_directory(dir, name));
  return {};
}

namespace {

enum class Kind { Any, Directory };

bool is_a(FdRef dir, const dirent& entry, Kind kind) {
  if (kind == Kind::Any) return true;
  if (entry.d_type != DT_UNKNOWN) return entry.d_type == DT_DIR;
  auto st = status(dir, entry.d_name);
  return st && S_ISDIR(st->st_mode);
}

Result<std::vector<std::string>> list(FdRef dir, Kind kind) {
  auto copy = TRY(open_at(dir, ".", O_RDONLY | O_DIRECTORY));
  struct Close {
    void operator()(DIR* stream) const { ::closedir(stream); }
  };
  std::unique_ptr<DIR, Close> stream(::fdopendir(copy.number()));
  if (!stream) return Error::system("fdopendir");
  copy.release();
  std::vector<std::string> names;
  while (true) {
    errno = 0;
    const dirent* entry = ::readdir(stream.get());
    if (entry == nullptr) break;
    std::string name = entry->d_name;
    if (name != "." && name != ".." && is_a(dir, *entry, kind)) names.push_back(std::move(name));
  }
  if (errno != 0) return Error::system("readdir");
  return names;
}

}  // namespace

Result<std::vector<std::string>> list(FdRef dir) {
  return list(dir, Kind::Any);
}

Result<std::vector<std::string>> list_directories(FdRef dir) {
  return list(dir, Kind::Directory);
}

Result<struct stat> status(FdRef dir, const std::string& name) {
  struct stat st = {};
  int flags = AT_SYMLINK_NOFOLLOW | (name.empty() ? AT_EMPTY_PATH : 0);
  if (::fstatat(dir.number(), name.c_str(), &st, flags) < 0)
    return Error::system(format("stat('{}')", name));
  return st;
}

Result<std::string> read_link(FdRef dir, const std::string& name) {
  std::string target(4096, '\0');
  ssize_t length = ::readlinkat(dir.number(), name.c_str(), target.data(), target.size());
  if (length < 0) return Error::system(format("readlink('{}')", name));
  target.resize(static_cast<std::size_t>(length));
  return target;
}

Result<void> check_access(FdRef dir, const std::string& name, int mode) {
  if (::faccessat(dir.number(), name.c_str(), mode, AT_EACCESS) < 0)
    return Error::system(format("access('{}')", name));
  return {};
}

Result<std::uint64_t> filesystem_magic(FdRef fd) {
  struct statfs st = {};
  if (::fstatfs(fd.number(), &st) < 0) return Error::system(format("fstatfs({})", fd.number()));
  return static_cast<std::uint64_t>(st.f_type);
}

Result<std::uint64_t> mount_id(FdRef fd) {
  struct statx status = {};
  if (::statx(fd.number(), "", AT_EMPTY_PATH, STATX_MNT_ID, &status) < 0)
    return Error::system("statx");
  return status.stx_mnt_id;
}

Result<bool> same_mount(FdRef a, FdRef b) {
  auto first = TRY(mount_id(a));
  auto second = TRY(mount_id(b));
  return first == second;
}

Result<bool> is_mount_root(FdRef fd) {
  struct statx status = {};
  if (::statx(fd.number(), "", AT_EMPTY_PATH, 0, &status) < 0) return Error::system("statx");
  return (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

Result<void> change_owner(FdRef dir, const std::string& name, uid_t uid) {
  int flags = AT_SYMLINK_NOFOLLOW | (name.empty() ? AT_EMPTY_PATH : 0);
  if (::fchownat(dir.number(), name.c_str(), uid, static_cast<gid_t>(-1), flags) < 0)
    return Error::system(format("chown('{}', {})", name, uid));
  return {};
}

Result<void> set_extended_attribute(FdRef fd, const std::string& name, std::string_view value) {
  if (::fsetxattr(fd.number(), name.c_str(), value.data(), value.size(), 0) < 0)
    return Error::system(format("fsetxattr('{}', '{}')", name, value));
  return {};
}

Result<void> change_mode(const std::string& path, mode_t mode) {
  if (::chmod(path.c_str(), mode) < 0)
    return Error::system(format("chmod('{}', {:o})", path, mode));
  return {};
}

Result<std::string> working_directory() {
  std::string path(PATH_MAX, '\0');
  if (::getcwd(path.data(), path.size()) == nullptr) return Error::system("getcwd");
  path.resize(path.find('\0'));
  return path;
}

Result<void> change_directory(const std::string& path) {
  if (::chdir(path.c_str()) < 0) return Error::system(format("chdir('{}')", path));
  return {};
}

Result<void> lock(FdRef fd) {
  while (::flock(fd.number(), LOCK_EX) < 0)
    if (errno != EINTR) return Error::system(format("flock({})", fd.number()));
  return {};
}

}  // namespace hull::sys
