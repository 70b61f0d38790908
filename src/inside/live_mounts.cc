// SPDX-License-Identifier: Apache-2.0
#include "inside/live_mounts.h"

#include <linux/magic.h>
#include <sched.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <utility>
#include <vector>

#include "base/path.h"
#include "base/text.h"
#include "inside/covers.h"
#include "inside/mounts.h"
#include "inside/namespaces.h"
#include "inside/supply.h"
#include "plan/live_mounts.h"
#include "sys/file.h"
#include "sys/identity.h"
#include "sys/mount.h"
#include "sys/namespace.h"

namespace hull::inside {
namespace {

/// Init may have made a mount namespace below a user namespace of its own, whose root could clear
/// what is set here: no flag of ours is locked for that one.
Result<void> check_owner(const sys::Proc& proc) {
  auto mounts = TRY(sys::open_namespace_of(proc, "self", CLONE_NEWNS));
  auto ours = TRY(sys::open_namespace_of(proc, "self", CLONE_NEWUSER));
  auto owner = TRY(sys::owner_of_namespace(mounts));
  auto same = TRY(sys::same_namespace(owner, ours));
  if (same) return {};
  return Error::refused("init has left for a mount namespace that is not the container's");
}

/// The signals that the host keeps waiting are kept waiting here too, and we do not end with it:
/// nothing is to end us half-way.
Result<void> enter(const plan::Plan& plan, wire::Inheritance& in) {
  TRY(wire::close_the_rest(in));
  if (plan.in_user_namespace())
    ignore(sys::set_groups({}), "the owner of the user namespace may not");
  TRY(sys::enter_namespace(in.init, static_cast<int>(in.to_enter))
          .context("entering the container's namespaces"));
  in.init.close();
  TRY(check_owner(in.proc));
  if (plan.in_user_namespace()) TRY(become_root_of_our_namespace());
  // Entering the user namespace may have changed it.
  TRY(sys::set_dumpable(false));
  ::umask(0);  // Modes are what the plan says.
  return {};
}

/// That of the mount namespace: setns(2) has put us there, whatever init has made of its own.
Result<sys::Root> open_root() {
  auto root = TRY(sys::open_at(sys::FdRef::cwd(), "/", O_PATH | O_DIRECTORY));
  return sys::Root(std::move(root));
}

/// Where the kernel has `fd`, links and all: the container may have made any.
Result<std::string> place_of(const sys::Proc& proc, sys::FdRef fd) {
  auto path = TRY(proc.path_of(fd));
  if (!path::is_absolute(path)) return Error::refused("is not below the container's root");
  return path;
}

Result<void> check_confinement(const plan::Plan& plan, const std::string& place) {
  auto why = plan::confinement_at(plan, place);
  if (!why) return {};
  return Error::refused(format("'{}' {}", place, *why));
}

/// By its own name the plan has let it be there.
Result<void> check_not_led_astray(const plan::Mount& mount, const std::string& place,
                                  sys::FdRef target) {
  if (place == mount.destination) return {};
  for (std::string_view kernels : {"/proc", "/sys"})
    if (path::is_within(place, kernels))
      return Error::refused(
          format("a link leads it inside {}, where nothing may be mounted", kernels));
  auto magic = TRY(sys::filesystem_magic(target));
  if (magic == PROC_SUPER_MAGIC || magic == SYSFS_MAGIC)
    return Error::refused("a link leads it into a file system where nothing may be mounted");
  return {};
}

/// What has been attached: detached again, the last one first, unless it is kept.
class Attached {
 public:
  explicit Attached(const sys::Proc& proc) : proc_(proc) {}
  Attached(const Attached&) = delete;
  Attached& operator=(const Attached&) = delete;
  ~Attached() {
    for (; !trees_.empty(); trees_.pop_back())
      ignore(sys::detach(trees_.back().root(), proc_.root()), "then the container has detached it");
  }
  void add(sys::Tree tree) { trees_.push_back(std::move(tree)); }
  void keep() { trees_.clear(); }

 private:
  const sys::Proc& proc_;
  std::vector<sys::Tree> trees_;
};

Result<void> add_all(const plan::Plan& plan, wire::Inheritance& in) {
  TRY(enter(plan, in));
  auto root = TRY(open_root());
  const PlaceCheck check = [&](const plan::Mount& mount, sys::FdRef target) -> Result<void> {
    auto place = TRY(place_of(in.proc, target));
    TRY(check_confinement(plan, place));
    TRY(check_not_led_astray(mount, place, target));
    if (has_long_option(mount))
      return Error::refused("options of 256 bytes and more are for create only");
    return {};
  };
  Attached attached(in.proc);
  std::vector<OpenMount> open;
  Supply supply(plan.mounts, in.link);
  for (std::size_t i = 0; i < plan.mounts.size(); ++i) {
    const plan::Mount& mount = plan.mounts[i];
    auto source = TRY(supply.take(i));
    auto tree = TRY(attach_mount(root, mount, std::move(source), check, in.pid_namespace));
    if (!tree.is_open()) continue;
    if (mount.readonly_late) {
      auto copy = TRY(sys::duplicate(tree.root()));
      open.push_back({sys::Tree(std::move(copy)), mount.origin});
    }
    attached.add(std::move(tree));
  }
  TRY(close_mounts(open));
  TRY(in.link.tell(wire::Step::Ready));
  TRY(in.link.expect(wire::Step::Recorded));
  attached.keep();
  return {};
}

/// What is mounted at the destination, if it may go.
Result<sys::Fd> open_removable(const plan::Plan& plan, const sys::Proc& proc, const sys::Root& root,
                               const plan::Mount& mount) {
  auto top = TRY(open_destination(root, mount));
  auto place = TRY(place_of(proc, top));
  TRY(check_confinement(plan, place));
  auto is_mount = TRY(sys::is_mount_root(top));
  if (!is_mount) return Error::refused("is no mount point");
  auto st = TRY(sys::status(top, ""));
  auto id = TRY(sys::mount_id(top));
  auto mountinfo = TRY(proc.read("self/mountinfo"));
  const bool is_null = S_ISCHR(st.st_mode) && st.st_rdev == makedev(1, 3);
  if (is_null || is_cover(mountinfo, id))
    return Error::refused("masks what is there, or keeps it read-only, and must stay");
  return top;
}

Result<void> detach(sys::FdRef top, const sys::Proc& proc) {
  auto detached = sys::detach(top, proc.root());
  if (detached || !detached.error().is(EINVAL)) return detached;
  // mount_namespaces(7), "Restrictions on mount namespaces".
  return std::move(detached).error().hint("what came along with another mount goes only with it");
}

Result<void> remove_all(const plan::Plan& plan, wire::Inheritance& in) {
  TRY(enter(plan, in));
  auto root = TRY(open_root());
  auto open = [&](const plan::Mount& mount) {
    return open_removable(plan, in.proc, root, mount).context([&] { return name_of(mount); });
  };
  for (const plan::Mount& mount : plan.mounts) TRY(open(mount));
  TRY(in.link.tell(wire::Step::Ready));
  TRY(in.link.expect(wire::Step::Recorded));
  for (auto mount = plan.mounts.rbegin(); mount != plan.mounts.rend(); ++mount) {
    // Anew: of two at the same place it is the other one's turn; and the container is not asleep.
    auto top = TRY(open(*mount));
    TRY(detach(top, in.proc).context([&] { return name_of(*mount); }));
  }
  return {};
}

[[noreturn]] void end(wire::Inheritance& in, const Result<void>& done) {
  if (!done) in.link.fail(done.error());
  ::_exit(done ? 0 : 1);
}

}  // namespace

void add_mounts(const plan::Plan& plan, wire::Inheritance in) noexcept {
  end(in, add_all(plan, in));
}

void remove_mounts(const plan::Plan& plan, wire::Inheritance in) noexcept {
  end(in, remove_all(plan, in));
}

}  // namespace hull::inside
