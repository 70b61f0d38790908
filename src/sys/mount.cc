// SPDX-License-Identifier: Apache-2.0
#include "sys/mount.h"

#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "base/text.h"
#include "sys/file.h"

namespace hull::sys {

Result<void> set_attributes(FdRef fd, Recursive recursive, std::uint64_t set, std::uint64_t clear,
                            std::uint64_t propagation, FdRef userns) {
  mount_attr attributes = {};
  attributes.attr_set = set;
  attributes.attr_clr = clear;
  attributes.propagation = propagation;
  if (userns.number() >= 0) {
    attributes.attr_set |= MOUNT_ATTR_IDMAP;
    attributes.userns_fd = static_cast<std::uint64_t>(userns.number());
  }
  unsigned flags = AT_EMPTY_PATH | (recursive == Recursive::Yes ? AT_RECURSIVE : 0U);
  if (::mount_setattr(fd.number(), "", flags, &attributes, sizeof attributes) < 0)
    return Error::system(format("mount_setattr(set {:#x}, clear {:#x}, propagation {:#x})",
                                attributes.attr_set, clear, propagation));
  return {};
}

Result<void> cut_mounts_off() {
  auto root = TRY(open_at(FdRef::cwd(), "/", O_PATH | O_DIRECTORY));
  return set_attributes(root, Recursive::Yes, 0, 0, MS_SLAVE)
      .context("cutting '/' off from the host's mounts");
}

Result<Tree> Tree::clone(FdRef dir, const std::string& name, Recursive recursive,
                         bool follow_last) {
  unsigned flags = OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC;
  if (recursive == Recursive::Yes) flags |= AT_RECURSIVE;
  if (!follow_last) flags |= AT_SYMLINK_NOFOLLOW;
  if (name.empty()) flags |= AT_EMPTY_PATH;
  int fd = ::open_tree(dir.number(), name.c_str(), flags);
  if (fd < 0) return Error::system(format("open_tree('{}')", name));
  return Tree(Fd(fd));
}

Result<void> move(FdRef tree, FdRef target) {
  if (::move_mount(tree.number(), "", target.number(), "",
                   MOVE_MOUNT_F_EMPTY_PATH | MOVE_MOUNT_T_EMPTY_PATH) < 0)
    return Error::system("move_mount");
  return {};
}

Result<Filesystem> Filesystem::open(const std::string& type) {
  int context = ::fsopen(type.c_str(), FSOPEN_CLOEXEC);
  if (context < 0) return Error::system(format("fsopen('{}')", type));
  return Filesystem(Fd(context), type);
}

Error Filesystem::refused(std::string attempt) const {
  Error error = Error::system(std::move(attempt));
  // Each read(2) gives one record: "e ", "w " or "i " and a text.
  char record[256];
  ssize_t length = ::read(context_.number(), record, sizeof record);
  if (length <= 2) return error;
  return std::move(error).hint(
      format("the kernel says '{}'", trim({record + 2, static_cast<std::size_t>(length) - 2})));
}

Result<void> Filesystem::set(const std::string& key, const std::string& value) {
  if (::fsconfig(context_.number(), FSCONFIG_SET_STRING, key.c_str(), value.c_str(), 0) < 0)
    return refused(format("fsconfig('{}', '{}={}')", type_, key, value));
  return {};
}

Result<void> Filesystem::set(const std::string& key, FdRef value) {
  if (::fsconfig(context_.number(), FSCONFIG_SET_FD, key.c_str(), nullptr, value.number()) < 0)
    return refused(format("fsconfig('{}', '{}')", type_, key));
  return {};
}

Result<void> Filesystem::set_flag(const std::string& key) {
  if (::fsconfig(context_.number(), FSCONFIG_SET_FLAG, key.c_str(), nullptr, 0) < 0)
    return refused(format("fsconfig('{}', '{}')", type_, key));
  return {};
}

Result<Tree> Filesystem::mount(std::uint64_t attributes) && {
  if (::fsconfig(context_.number(), FSCONFIG_CMD_CREATE, nullptr, nullptr, 0) < 0)
    return refused(format("fsconfig('{}', create)", type_));
  int tree = ::fsmount(context_.number(), FSMOUNT_CLOEXEC, static_cast<unsigned>(attributes));
  if (tree < 0) return refused(format("fsmount('{}')", type_));
  return Tree(Fd(tree));
}

Result<void> mount_here(const std::string& source, const std::string& type, std::uint64_t flags,
                        const std::string& data) {
  if (::mount(source.c_str(), ".", type.c_str(), flags, data.c_str()) < 0)
    return Error::system(format("mount('{}', '{}', '{}')", source, type, data));
  return {};
}

Result<void> change_root(FdRef root) {
  if (::fchdir(root.number()) < 0) return Error::system("fchdir(root)");
  if (::chroot(".") < 0) return Error::system("chroot('.')");
  if (::chdir("/") < 0) return Error::system("chdir('/')");
  return {};
}

Result<void> pivot_root(FdRef root) {
  if (::fchdir(root.number()) < 0) return Error::system("fchdir(root)");
  if (::syscall(SYS_pivot_root, ".", ".") < 0) return Error::system("pivot_root('.', '.')");
  // The old root now lies on top of the new one, and "." is the old one: detaching it uncovers
  // ours.
  TRY(detach("."));
  if (::chdir("/") < 0) return Error::system("chdir('/')");
  return {};
}

Result<void> detach(const std::string& path) {
  if (::umount2(path.c_str(), MNT_DETACH | UMOUNT_NOFOLLOW) < 0)
    return Error::system(format("umount2('{}', MNT_DETACH)", path));
  return {};
}

Result<void> detach(FdRef mount, FdRef proc) {
  if (::fchdir(proc.number()) < 0) return Error::system("fchdir(/proc)");
  // The link is to be followed, and leads to the mount itself: nothing is resolved again.
  const std::string link = format("self/fd/{}", mount.number());
  if (::umount2(link.c_str(), MNT_DETACH) < 0) return Error::system("umount2(MNT_DETACH)");
  return {};
}

}  // namespace hull::sys
