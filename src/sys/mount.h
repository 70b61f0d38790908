// SPDX-License-Identifier: Apache-2.0
// The mount API of Linux 5.2-5.12. A detached mount is just a descriptor, so a half-built file
// system cleans itself up. Both sides.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::sys {

enum class Recursive { No, Yes };

/// mount_setattr(2) on the mount at `fd` itself; `propagation` is one MS_* type or 0, `userns` the
/// user namespace whose map it shows ids through (MOUNT_ATTR_IDMAP is then added).
Result<void> set_attributes(FdRef fd, Recursive recursive, std::uint64_t set, std::uint64_t clear,
                            std::uint64_t propagation, FdRef userns = FdRef(-1));

/// move_mount(2): puts the mount at `tree` onto the file or directory `target` (O_PATH
/// descriptors).
Result<void> move(FdRef tree, FdRef target);

/// Makes every mount of our mount namespace a slave: nothing that is mounted in it from now on
/// shows on the host, which may have shared them all.
Result<void> cut_mounts_off();

/// A mount that is attached nowhere, or was: it vanishes with its last descriptor until `attach`.
class Tree {
 public:
  Tree() = default;
  explicit Tree(Fd fd) : fd_(std::move(fd)) {}
  /// open_tree(2) with OPEN_TREE_CLONE: a detached copy of what is mounted at `name` below `dir`,
  /// with all mounts below it if `recursive`. "" means `dir` itself. Needs CAP_SYS_ADMIN over our
  /// mount namespace.
  static Result<Tree> clone(FdRef dir, const std::string& name, Recursive recursive,
                            bool follow_last = true);

  bool is_open() const { return fd_.is_open(); }
  FdRef root() const { return fd_; }
  Fd release() && { return std::move(fd_); }
  /// Puts it onto `target`. From then on it belongs to the target's mount namespace; `root()` stays
  /// valid.
  Result<void> attach(FdRef target) const { return move(fd_, target); }

 private:
  Fd fd_;
};

/// A file system that is being configured (fsopen(2)).
class Filesystem {
 public:
  /// ENODEV when the kernel does not know `type`.
  static Result<Filesystem> open(const std::string& type);
  /// One that another process has opened.
  static Filesystem adopt(Fd context, const std::string& type) {
    return {std::move(context), type};
  }
  /// fsconfig(2) FSCONFIG_SET_STRING. The kernel refuses 256 bytes and more with EINVAL.
  Result<void> set(const std::string& key, const std::string& value);
  /// fsconfig(2) FSCONFIG_SET_FD.
  Result<void> set(const std::string& key, FdRef value);
  /// fsconfig(2) FSCONFIG_SET_FLAG.
  Result<void> set_flag(const std::string& key);
  /// Makes the superblock and one detached mount of it with the given MOUNT_ATTR_* flags. What the
  /// kernel wrote to the context's log becomes the error's hint.
  Result<Tree> mount(std::uint64_t attributes) &&;

 private:
  Filesystem(Fd context, std::string type) : context_(std::move(context)), type_(std::move(type)) {}
  Error refused(std::string attempt) const;
  Fd context_;
  std::string type_;
};

/// mount(2) onto the working directory, for the one case that fsconfig(2) cannot do: option strings
/// of 256 bytes and more.
Result<void> mount_here(const std::string& source, const std::string& type, std::uint64_t flags,
                        const std::string& data);

/// pivot_root(2) with both names ".": the directory `root` becomes the root and the old root,
/// stacked on top of it, is detached. The working directory is the new root afterwards.
Result<void> pivot_root(FdRef root);

/// chroot(2) and chdir to the directory `root`.
Result<void> change_root(FdRef root);

/// umount2(2) with MNT_DETACH | UMOUNT_NOFOLLOW.
Result<void> detach(const std::string& path);

/// The same for the very mount whose root `mount` is, whatever its path has become: by the link of
/// the descriptor in the procfs with the root `proc`, which becomes our working directory. EINVAL
/// for what is no root of a mount, not of our mount namespace, or locked there
/// (mount_namespaces(7)).
Result<void> detach(FdRef mount, FdRef proc);

}  // namespace hull::sys
