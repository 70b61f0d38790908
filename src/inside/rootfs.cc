// SPDX-License-Identifier: Apache-2.0
#include "inside/rootfs.h"

#include <sched.h>
#include <sys/mount.h>

#include "base/text.h"
#include "inside/revealing.h"
#include "sys/file.h"
#include "sys/mount.h"

namespace hull::inside {

using sys::FdRef;

Result<void> isolate_mounts(const plan::Plan& plan) {
  // Who opened the sources beside us has cut it off already.
  if (!plan.namespaces.creates(CLONE_NEWNS) || plan.opens_sources_beside()) return {};
  return sys::cut_mounts_off();
}

Result<sys::Root> enter_rootfs(const plan::Plan& plan, wire::Source source) {
  const std::string& path = plan.rootfs.path;
  if (!source.tree.is_open()) {
    auto directory = TRY(sys::open_at(FdRef::cwd(), path, O_PATH | O_DIRECTORY));
    return sys::Root(std::move(directory));
  }
  // In a user namespace we may not even reach it; who opens sources beside us attached it for us.
  if (!plan.opens_sources_beside()) {
    auto target = TRY(sys::open_at(FdRef::cwd(), path, O_PATH | O_DIRECTORY));
    TRY(source.tree.attach(target).context([&] { return format("rootfs '{}'", path); }));
  }
  return sys::Root(std::move(source.tree).release());
}

namespace {

/// Without pivot_root the host's mounts stay in the namespace. Its procfs and sysfs go before the
/// way to them is gone; in a user namespace they are locked, and are covered.
Result<void> conceal_outside(const sys::Root& root, const sys::Proc& proc) {
  auto id = TRY(sys::mount_id(root.directory()));
  auto mountinfo = TRY(proc.read("self/mountinfo"));
  for (const std::string& point : revealing_outside(mountinfo, id)) {
    if (sys::detach(point)) continue;
    // Gone with one that it was mounted on, or not to be reached, behind another mount.
    auto target = sys::open_at(FdRef::cwd(), point, O_PATH | O_DIRECTORY | O_NOFOLLOW);
    if (!target) continue;
    auto filesystem = TRY(sys::Filesystem::open("tmpfs"));
    auto cover = TRY(std::move(filesystem).mount(MOUNT_ATTR_RDONLY));
    TRY(cover.attach(*target).context([&] { return format("covering '{}'", point); }));
  }
  return {};
}

}  // namespace

Result<void> pivot(const plan::Plan& plan, sys::Root root, const sys::Proc& proc) {
  // In a mount namespace that others use, pivot_root would take their root away too.
  if (plan.rootfs.chroot_only || !plan.namespaces.creates(CLONE_NEWNS))
    return sys::change_root(root.directory());
  if (!plan.rootfs.no_pivot) return sys::pivot_root(root.directory());
  // As switch_root does where the root is an initramfs, which pivot_root refuses: over the old
  // root, which stays below, unreachable by path.
  TRY(conceal_outside(root, proc));
  auto host_root = TRY(sys::open_at(FdRef::cwd(), "/", O_PATH | O_DIRECTORY));
  TRY(sys::move(root.directory(), host_root));
  return sys::change_root(root.directory());
}

Result<void> seal_rootfs(const plan::Plan& plan, const sys::Root& root) {
  const plan::Propagation& asked = plan.rootfs.propagation;
  if (asked.type == MS_SHARED || asked.type == MS_UNBINDABLE)
    TRY(sys::set_attributes(root.directory(),
                            asked.recursive ? sys::Recursive::Yes : sys::Recursive::No, 0, 0,
                            asked.type)
            .context("/linux/rootfsPropagation"));
  if (plan.rootfs.readonly)
    TRY(sys::set_attributes(root.directory(), sys::Recursive::No, MOUNT_ATTR_RDONLY, 0, 0)
            .context("/root/readonly"));
  return {};
}

}  // namespace hull::inside
