// SPDX-License-Identifier: Apache-2.0
#include "inside/mounts.h"

#include <linux/magic.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>

#include "base/path.h"
#include "base/text.h"
#include "inside/copy_up.h"
#include "inside/hidden.h"
#include "inside/proc_maker.h"
#include "sys/file.h"

namespace hull::inside {
namespace {

// fsconfig(2) takes strings shorter than this; mount(2) takes a page of options.
constexpr std::size_t kLongestParameter = 255;

sys::FollowLast last_component(const plan::Mount& mount) {
  return mount.destination_nofollow ? sys::FollowLast::No : sys::FollowLast::Yes;
}

sys::Symlinks symlinks(const plan::Mount& mount) {
  return mount.destination_no_symlinks ? sys::Symlinks::Refused : sys::Symlinks::Scoped;
}

Result<sys::Make> kind_of(sys::FdRef tree) {
  auto st = TRY(sys::status(tree, ""));
  return S_ISDIR(st.st_mode) ? sys::Make::Directory : sys::Make::File;
}

Result<void> make_symlink(const sys::Root& root, const std::string& path, const std::string& text) {
  auto parent = TRY(root.make_parent(path));
  const std::string name = path::name(path);
  if (::symlinkat(text.c_str(), parent.number(), name.c_str()) == 0) return {};
  if (errno == EEXIST) {
    auto existing = sys::read_link(parent, name);
    if (existing && *existing == text) return {};
    errno = EEXIST;
  }
  return Error::system(format("symlink('{}', '{}')", text, path));
}

/// Where a mount goes, when `check` lets it.
Result<sys::Fd> open_target(const sys::Root& root, const plan::Mount& mount, sys::Make what,
                            const PlaceCheck& check) {
  auto made = root.make(mount.destination, what, last_component(mount), symlinks(mount));
  if (!made && made.error().is(ELOOP) && mount.destination_no_symlinks)
    return std::move(made).error().context("must be mounted on ordinary directory");
  auto target = TRY(std::move(made));
  TRY(check(mount, target));
  return target;
}

/// The plan refuses what is inside /proc by name; no link of the image may lead there by another
/// one (CVE-2019-16884). Procfs elsewhere, the host's in a bind of its root, is no matter.
Result<void> check_not_in_proc(const sys::Root& root, const plan::Mount& mount, sys::FdRef target) {
  if (path::is_within(mount.destination, "/proc")) return {};
  auto magic = TRY(sys::filesystem_magic(target));
  if (magic != PROC_SUPER_MAGIC) return {};
  auto proc = TRY(root.try_open("/proc", O_PATH));
  if (!proc) return {};
  auto same = TRY(sys::same_mount(target, *proc));
  if (same) return Error::refused("a link leads it inside /proc, where nothing may be mounted");
  return {};
}

/// The mode for the root of a new tmpfs for which none was asked: that of the directory it will
/// cover, before we make it. Nothing: the kernel's own.
Result<std::optional<mode_t>> mode_for(const sys::Root& root, const plan::Mount& mount) {
  const auto& parameters = mount.parameters;
  if (mount.type != "tmpfs" ||
      std::ranges::find(parameters, "mode", &plan::FilesystemParameter::key) != parameters.end())
    return std::optional<mode_t>();
  auto covered = TRY(root.try_open(mount.destination, O_PATH, last_component(mount)));
  if (!covered) return std::optional<mode_t>();
  auto st = TRY(sys::status(*covered, ""));
  return std::optional<mode_t>(st.st_mode & 07777);
}

/// On the root itself, for a file system that takes no parameter for it.
Result<void> label_root(const sys::Tree& tree, const std::string& label) {
  // The tree's own descriptor is one of O_PATH, by which no attribute can be set.
  auto root = TRY(sys::open_at(tree.root(), ".", O_RDONLY | O_DIRECTORY));
  return sys::set_extended_attribute(root, "security.selinux", label).context([&] {
    return format("/linux/mountLabel '{}'", label);
  });
}

Result<sys::Tree> new_filesystem(const plan::Mount& mount, sys::FdRef target,
                                 std::optional<mode_t> mode, sys::FdRef pid_namespace) {
  const bool for_others = mount.type == "proc" && pid_namespace.number() >= 0;
  auto filesystem =
      TRY(for_others ? open_proc_for(pid_namespace) : sys::Filesystem::open(mount.type));
  if (!mount.source.empty()) TRY(filesystem.set("source", mount.source));
  if (mode) TRY(filesystem.set("mode", format("{:o}", *mode)));
  for (const plan::FilesystemParameter& parameter : mount.parameters)
    if (parameter.value)
      TRY(filesystem.set(parameter.key, *parameter.value));
    else
      TRY(filesystem.set_flag(parameter.key));
  auto tree = TRY(std::move(filesystem).mount(mount.attributes.set));
  if (!mount.root_label.empty()) TRY(label_root(tree, mount.root_label));
  if (mount.copy_up) TRY(copy_up(target, tree.root()));
  return tree;
}

/// mount(2), for option strings that fsconfig(2) refuses: overlay's long lists of layers.
Result<sys::Tree> mount_long_options(const plan::Mount& mount, const sys::Root& root,
                                     sys::FdRef target) {
  std::string data;
  for (const plan::FilesystemParameter& parameter : mount.parameters) {
    if (!data.empty()) data += ',';
    data += parameter.key;
    // A context may have commas of its own, and only SELinux's parameters know quotes.
    if (parameter.value && parameter.key.ends_with("context"))
      data += "=\"" + *parameter.value + '"';
    else if (parameter.value)
      data += '=' + *parameter.value;
  }
  // By the working directory, the one name of a directory that nobody can exchange.
  if (::fchdir(target.number()) < 0) return Error::system("fchdir");
  TRY(sys::mount_here(mount.source, mount.type, 0, data));
  auto top = TRY(open_destination(root, mount));
  TRY(sys::set_attributes(top, sys::Recursive::No, mount.attributes.set, mount.attributes.clear,
                          0));
  return sys::Tree(std::move(top));
}

Result<void> set_recursive_attributes(const plan::Mount& mount, const sys::Tree& tree) {
  if (mount.recursive_attributes.empty()) return {};
  return sys::set_attributes(tree.root(), sys::Recursive::Yes, mount.recursive_attributes.set,
                             mount.recursive_attributes.clear, 0);
}

Result<void> set_propagation(const plan::Mount& mount, const sys::Tree& tree) {
  if (mount.propagation.type == 0) return {};
  return sys::set_attributes(tree.root(),
                             mount.propagation.recursive ? sys::Recursive::Yes : sys::Recursive::No,
                             0, 0, mount.propagation.type);
}

/// A new file system of a kind that shows what a namespace has takes power over that namespace, and
/// in a user namespace that nothing of the kind is hidden already (the kernel's
/// mount_too_revealing()).
Error explain_refusal(Error error, const plan::Mount& mount) {
  if (!error.is(EPERM) || (mount.type != "proc" && mount.type != "sysfs")) return error;
  const std::string at = mount.type == "proc" ? "/proc" : "/sys";
  auto mounts = sys::read(sys::FdRef::cwd(), "/proc/self/mountinfo");
  const auto hidden = mounts ? hidden_below(*mounts, at) : std::nullopt;
  if (hidden)
    return std::move(error).hint(
        format("'{}' is covered here, which keeps the kernel from a new {}: bind {} instead",
               *hidden, mount.type, at));
  return std::move(error).hint(
      format("a new {} takes a {} namespace of the container's own: bind {} instead", mount.type,
             mount.type == "proc" ? "pid" : "network", at));
}

Result<sys::Tree> attach_filesystem(const sys::Root& root, const plan::Mount& mount,
                                    const PlaceCheck& check, sys::FdRef pid_namespace) {
  auto mode = TRY(mode_for(root, mount));
  auto target = TRY(open_target(root, mount, sys::Make::Directory, check));
  sys::Tree tree;
  if (has_long_option(mount)) {
    tree = TRY(mount_long_options(mount, root, target));
    TRY(set_recursive_attributes(mount, tree));
  } else {
    auto made = new_filesystem(mount, target, mode, pid_namespace);
    if (!made) return explain_refusal(std::move(made).error(), mount);
    tree = std::move(*made);
    TRY(set_recursive_attributes(mount, tree));
    TRY(tree.attach(target));
  }
  // On a shared mount it became shared.
  TRY(set_propagation(mount, tree));
  return tree;
}

Result<sys::Tree> attach_bind(const sys::Root& root, const plan::Mount& mount, wire::Source source,
                              const PlaceCheck& check) {
  if (source.link) {
    TRY(make_symlink(root, mount.destination, *source.link));
    return sys::Tree();
  }
  if (!source.tree.is_open()) return sys::Tree();
  auto kind = TRY(kind_of(source.tree.root()));
  auto target = TRY(open_target(root, mount, kind, check));
  auto found = TRY(kind_of(target));
  if (kind != found)
    return Error::system(format("source '{}' is a {} and the destination is not", mount.source,
                                kind == sys::Make::Directory ? "directory" : "file"),
                         ENOTDIR);
  TRY(source.tree.attach(target));
  return std::move(source.tree);
}

Result<void> change_attributes(const sys::Root& root, const plan::Mount& mount) {
  auto top = TRY(open_destination(root, mount));
  if (!mount.attributes.empty())
    TRY(sys::set_attributes(top, sys::Recursive::No, mount.attributes.set, mount.attributes.clear,
                            0));
  sys::Tree tree(std::move(top));
  TRY(set_recursive_attributes(mount, tree));
  return set_propagation(mount, tree);
}

Result<sys::Tree> attach(const sys::Root& root, const plan::Mount& mount, wire::Source source,
                         const PlaceCheck& check, sys::FdRef pid_namespace) {
  switch (mount.kind) {
    case plan::MountKind::Bind:
      return attach_bind(root, mount, std::move(source), check);
    case plan::MountKind::Filesystem:
      return attach_filesystem(root, mount, check, pid_namespace);
    case plan::MountKind::Symlink:
      TRY(make_symlink(root, mount.destination, mount.source));
      break;
    case plan::MountKind::Attributes:
      TRY(change_attributes(root, mount));
      break;
  }
  return sys::Tree();
}

}  // namespace

bool has_long_option(const plan::Mount& mount) {
  if (mount.kind != plan::MountKind::Filesystem) return false;
  for (const plan::FilesystemParameter& parameter : mount.parameters)
    if (parameter.value && parameter.value->size() > kLongestParameter) return true;
  return mount.source.size() > kLongestParameter;
}

std::string name_of(const plan::Mount& mount) {
  return format("{} '{}'", mount.origin, mount.destination);
}

Result<sys::Fd> open_destination(const sys::Root& root, const plan::Mount& mount) {
  return root.open(mount.destination, O_PATH, last_component(mount), symlinks(mount));
}

Result<sys::Tree> attach_mount(const sys::Root& root, const plan::Mount& mount, wire::Source source,
                               const PlaceCheck& check, sys::FdRef pid_namespace) {
  return attach(root, mount, std::move(source), check, pid_namespace).context([&] {
    return name_of(mount);
  });
}

Result<std::vector<OpenMount>> attach_mounts(sys::Root& root,
                                             const std::vector<plan::Mount>& mounts, Supply& supply,
                                             sys::FdRef pid_namespace) {
  std::vector<OpenMount> open;
  const PlaceCheck check = [&root](const plan::Mount& mount, sys::FdRef target) {
    return check_not_in_proc(root, mount, target);
  };
  for (std::size_t i = 0; i < mounts.size(); ++i) {
    const plan::Mount& mount = mounts[i];
    auto source = TRY(supply.take(i));
    auto tree = TRY(attach_mount(root, mount, std::move(source), check, pid_namespace));
    if (mount.destination == "/" && tree.is_open()) {
      auto covering = TRY(sys::duplicate(tree.root()));
      root = sys::Root(std::move(covering));
    }
    if (mount.readonly_late) open.push_back({std::move(tree), mount.origin});
  }
  return open;
}

Result<void> close_mounts(const std::vector<OpenMount>& mounts) {
  for (const OpenMount& mount : mounts)
    TRY(sys::set_attributes(mount.tree.root(), sys::Recursive::No, MOUNT_ATTR_RDONLY, 0, 0)
            .context(mount.origin));
  return {};
}

}  // namespace hull::inside
