// SPDX-License-Identifier: Apache-2.0
// Small files and directories, by a directory handle and a name: read whole, written in one go or
// atomically, made and removed. Both sides; container paths go through sys/open instead.
#pragma once

#include <sys/stat.h>
#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::sys {

/// openat(2) with O_CLOEXEC added. `name` is relative to `dir` (FdRef::cwd() for a plain path).
Result<Fd> open_at(FdRef dir, const std::string& name, int flags, mode_t mode = 0);
/// The same; nothing when there is no such file (ENOENT).
Result<std::optional<Fd>> try_open_at(FdRef dir, const std::string& name, int flags);

/// All of what is left to read in an open file.
Result<std::string> read_all(FdRef fd);
/// The same of a file that somebody else may have chosen: a regular one, and no more than `limit`
/// bytes of it, so that it neither blocks us nor fills our memory. To be opened with O_NONBLOCK.
Result<std::string> read_untrusted(FdRef fd, std::size_t limit);
/// What a pipe holds now, at most `limit` bytes of it: whoever else has its other end cannot make
/// us wait.
Result<std::string> read_available(FdRef pipe, std::size_t limit);
/// The whole of file `name`; fails with the system's reason, `try_read` gives nothing on ENOENT.
Result<std::string> read(FdRef dir, const std::string& name);
Result<std::optional<std::string>> try_read(FdRef dir, const std::string& name);

/// Goes back to the beginning of an open file, for whoever reads it next (lseek(2)).
Result<void> rewind(FdRef fd);

/// A file in memory that holds `text`, at its beginning (memfd_create(2)).
Result<Fd> memory_file(const std::string& text);

/// Writes all of `text`, going on after short writes. Borrowed descriptor.
Result<void> write_all(FdRef fd, std::string_view text);
/// Opens the existing file `name` and hands `text` to it in one write(2), as the files of cgroupfs
/// and procfs want it.
Result<void> write(FdRef dir, const std::string& name, std::string_view text);
/// Makes or replaces file `name` so that a reader sees the old or the new text, never a part: a
/// hidden file beside it, then rename(2). No fsync: our records do not outlive a boot.
Result<void> write_atomically(FdRef dir, const std::string& name, std::string_view text,
                              mode_t mode);

Result<void> make_directory(FdRef dir, const std::string& name, mode_t mode);
/// Makes `path` and its missing parents; what exists is left as it is.
Result<void> make_directories(const std::string& path, mode_t mode);
/// False when there was nothing to remove.
Result<bool> remove_directory(FdRef dir, const std::string& name);
Result<bool> remove_file(FdRef dir, const std::string& name);
/// Removes `name` and all below it, never crossing into another mount, following no symlink.
Result<void> remove_tree(FdRef dir, const std::string& name);
/// Names in a directory, without "." and ".."; in the kernel's order.
Result<std::vector<std::string>> list(FdRef dir);
/// The same, only the directories among them.
Result<std::vector<std::string>> list_directories(FdRef dir);

/// fstatat(2) with AT_SYMLINK_NOFOLLOW; "" means `dir` itself.
Result<struct stat> status(FdRef dir, const std::string& name);
Result<std::string> read_link(FdRef dir, const std::string& name);

/// faccessat(2) with AT_EACCESS: fails unless our effective ids may do `mode` (R_OK, W_OK, X_OK)
/// with `name`. EROFS for writing on what is mounted read-only.
Result<void> check_access(FdRef dir, const std::string& name, int mode);

/// The f_type magic of the file system that `fd` is on (statfs(2)).
Result<std::uint64_t> filesystem_magic(FdRef fd);
/// The id of the mount that `fd` is on, as mountinfo has it (statx(2), STATX_MNT_ID).
Result<std::uint64_t> mount_id(FdRef fd);
/// Whether both are on one and the same mount (statx(2), STATX_MNT_ID).
Result<bool> same_mount(FdRef a, FdRef b);
/// Whether `fd` is where a mount begins (statx(2), STATX_ATTR_MOUNT_ROOT, Linux 5.8).
Result<bool> is_mount_root(FdRef fd);

/// fchownat(2), the group left as it is, no symlink followed; "" means `dir` itself.
Result<void> change_owner(FdRef dir, const std::string& name, uid_t uid);

/// fsetxattr(2): makes or replaces the attribute `name` ("security.selinux").
Result<void> set_extended_attribute(FdRef fd, const std::string& name, std::string_view value);

/// chmod(2).
Result<void> change_mode(const std::string& path, mode_t mode);

/// The working directory's absolute path, and changing it.
Result<std::string> working_directory();
Result<void> change_directory(const std::string& path);

/// Takes an exclusive lock (flock(2)) on an open file or directory, waiting for it. Released with
/// the last descriptor of that open file.
Result<void> lock(FdRef fd);

}  // namespace hull::sys
