// SPDX-License-Identifier: Apache-2.0
#include "inside/masks.h"

#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include "base/text.h"
#include "sys/file.h"
#include "sys/mount.h"

namespace hull::inside {
namespace {

/// A cover that is attached many times. Kernels before 6.15 clone only what is attached, so the
/// first place gets the tree itself and the others get clones of that one.
class Cover {
 public:
  explicit Cover(sys::Tree tree) : tree_(std::move(tree)) {}
  Result<void> attach(sys::FdRef target) {
    if (!attached_) {
      attached_ = true;
      return tree_.attach(target);
    }
    auto copy = TRY(sys::Tree::clone(tree_.root(), "", sys::Recursive::No));
    return copy.attach(target);
  }

 private:
  sys::Tree tree_;
  bool attached_ = false;
};

Result<sys::Tree> empty_directory(const std::string& label, const std::string& parameter) {
  auto filesystem = TRY(sys::Filesystem::open("tmpfs"));
  TRY(filesystem.set("source", "tmpfs"));
  TRY(filesystem.set("mode", "0555"));
  TRY(filesystem.set("nr_inodes", "2"));
  TRY(filesystem.set("size", "4k"));
  if (!label.empty()) TRY(filesystem.set(parameter, label).context("/linux/mountLabel"));
  return std::move(filesystem)
      .mount(MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC);
}

/// What files are covered with: the container's own null device, which no change of reaches the
/// host, not even by one who may make the mount writable again. Read-only, so that covers do not
/// share what is done to one. Without a node of its own: the host's, which came read-only.
Result<sys::Tree> null_cover(const sys::Root& root, const plan::Plan& plan, wire::Source null) {
  if (!plan.makes_null()) return std::move(null.tree);
  auto node = TRY(root.open("/dev/null", O_PATH, sys::FollowLast::No, sys::Symlinks::Refused));
  auto st = TRY(sys::status(node, ""));
  if (!S_ISCHR(st.st_mode) || st.st_rdev != makedev(1, 3))
    return Error::refused("the container's '/dev/null' is no null device any more");
  auto tree = TRY(sys::Tree::clone(node, "", sys::Recursive::No));
  TRY(sys::set_attributes(tree.root(), sys::Recursive::No,
                          MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NOEXEC,
                          MOUNT_ATTR_NODEV, MS_PRIVATE));
  return tree;
}

struct Covers {
  Cover file;
  /// Made for the first directory that needs it.
  std::optional<Cover> directory;
  const std::string& label;
  const std::string& label_parameter;
};

Result<void> mask(const sys::Root& root, const std::string& path, Covers& covers) {
  auto target = TRY(root.try_open(path, O_PATH));
  if (!target) return {};
  auto st = TRY(sys::status(*target, ""));
  if (!S_ISDIR(st.st_mode)) return covers.file.attach(*target);
  if (!covers.directory) {
    auto tree = TRY(empty_directory(covers.label, covers.label_parameter));
    covers.directory.emplace(std::move(tree));
  }
  return covers.directory->attach(*target);
}

Result<void> make_readonly(const sys::Root& root, const std::string& path) {
  auto target = TRY(root.try_open(path, O_PATH));
  if (!target) return {};
  auto tree = TRY(sys::Tree::clone(*target, "", sys::Recursive::Yes));
  TRY(sys::set_attributes(tree.root(), sys::Recursive::Yes, MOUNT_ATTR_RDONLY, 0, 0));
  return tree.attach(*target);
}

}  // namespace

Result<void> mask_paths(const sys::Root& root, const plan::Plan& plan, wire::Source null) {
  for (const std::string& path : plan.readonly_paths)
    TRY(make_readonly(root, path).context([&] {
      return format("/linux/readonlyPaths '{}'", path);
    }));
  if (plan.masked_paths.empty()) return {};
  auto cover = TRY(null_cover(root, plan, std::move(null)).context("/linux/maskedPaths"));
  Covers covers = {Cover(std::move(cover)), std::nullopt, plan.mount_label,
                   plan.mount_label_parameter};
  for (const std::string& path : plan.masked_paths)
    TRY(mask(root, path, covers).context([&] { return format("/linux/maskedPaths '{}'", path); }));
  return {};
}

}  // namespace hull::inside
