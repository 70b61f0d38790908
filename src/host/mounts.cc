// SPDX-License-Identifier: Apache-2.0
#include "host/mounts.h"

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cerrno>
#include <numeric>

#include "base/text.h"
#include "host/idmaps.h"
#include "host/locks.h"
#include "plan/idmaps.h"
#include "sys/file.h"
#include "sys/namespace.h"
#include "sys/open.h"

namespace hull::host {
namespace {

using sys::FdRef;
using sys::Recursive;

Recursive recursive(bool yes) {
  return yes ? Recursive::Yes : Recursive::No;
}

/// A clone of a shared mount stays its peer: what the container mounts below it would appear on the
/// host. So each tree is cut off unless the config asks otherwise.
Result<void> set_propagation(const sys::Tree& tree, const plan::Propagation& asked) {
  if (asked.type == 0) return sys::set_attributes(tree.root(), Recursive::Yes, 0, 0, MS_PRIVATE);
  // What is asked of the top alone must not leave the mounts below it peers of the host's.
  if (!asked.recursive) TRY(sys::set_attributes(tree.root(), Recursive::Yes, 0, 0, MS_SLAVE));
  return sys::set_attributes(tree.root(), recursive(asked.recursive), 0, 0, asked.type);
}

/// What sources are opened with.
struct Opening {
  const plan::Plan& plan;
  const sys::Proc& proc;
  /// Not open for a container without a user namespace of its own.
  FdRef container_namespace;
  /// The rootfs as it is attached in the mount namespace that we are in. Null when no source lies
  /// below it.
  const sys::Root* rootfs = nullptr;
};

Result<void> set_id_map(const sys::Tree& tree, const plan::Mount& mount, const Opening& opening) {
  if (mount.idmap_own)
    return sys::set_attributes(tree.root(), recursive(mount.idmap_recursive), 0, 0, 0,
                               opening.container_namespace);
  if (!mount.idmap) return {};
  auto user = TRY(make_user_namespace(opening.proc, *mount.idmap));
  return sys::set_attributes(tree.root(), recursive(mount.idmap_recursive), 0, 0, 0, user);
}

/// The source itself, or the symlink that it is; below the rootfs no symlink leads out of it.
Result<sys::Fd> open_source(const plan::Mount& mount, const Opening& opening,
                            sys::FollowLast follow) {
  return opening.rootfs->open('/' + mount.source.substr(opening.plan.rootfs.path.size()), O_PATH,
                              follow);
}

Result<std::string> read_source_link(const plan::Mount& mount, const Opening& opening) {
  if (!mount.source_inside) return sys::read_link(FdRef::cwd(), mount.source);
  auto link = TRY(open_source(mount, opening, sys::FollowLast::No));
  return sys::read_link(link, "");
}

Result<sys::Tree> clone_source(const plan::Mount& mount, const Opening& opening) {
  if (!mount.source_inside)
    return sys::Tree::clone(FdRef::cwd(), mount.source, recursive(mount.recursive),
                            !mount.source_nofollow);
  auto source = TRY(open_source(mount, opening,
                                mount.source_nofollow ? sys::FollowLast::No : sys::FollowLast::Yes)
                        .context([&] { return format("source '{}'", mount.source); }));
  return sys::Tree::clone(source, "", recursive(mount.recursive));
}

Result<std::optional<std::string>> symlink_text(const plan::Mount& mount, const Opening& opening) {
  if (!mount.copy_symlink) return std::optional<std::string>();
  auto text = read_source_link(mount, opening);
  if (text) return std::optional<std::string>(std::move(text).value());
  if (text.error().is(EINVAL)) return std::optional<std::string>();  // It is no symlink.
  return std::move(text).error();
}

Result<wire::Source> open_bind(const plan::Mount& mount, const Opening& opening) {
  wire::Source source;
  source.link = TRY(symlink_text(mount, opening));
  if (source.link) return source;
  source.tree = TRY(clone_source(mount, opening));
  TRY(set_id_map(source.tree, mount, opening).context("id-mapped mount"));
  if (!mount.attributes.empty())
    TRY(sys::set_attributes(source.tree.root(), Recursive::No, mount.attributes.set,
                            mount.attributes.clear, 0));
  if (!mount.recursive_attributes.empty())
    TRY(sys::set_attributes(source.tree.root(), Recursive::Yes, mount.recursive_attributes.set,
                            mount.recursive_attributes.clear, 0));
  return source;
}

Result<wire::Source> open_mount(const plan::Mount& mount, const Opening& opening) {
  if (mount.kind != plan::MountKind::Bind) return wire::Source();
  auto source = open_bind(mount, opening);
  if (!source && mount.optional && source.error().is(ENOENT)) return wire::Source();
  return source;
}

/// A device node of the host's, proven to be what the plan means: the type counts as well as the
/// number, which is 0 for every pipe and file (CVE-2026-88265).
Result<wire::Source> open_device(const plan::Device& device) {
  auto node = TRY(sys::open_at(FdRef::cwd(), device.path, O_PATH | O_NOFOLLOW));
  auto st = TRY(sys::status(node, ""));
  const mode_t type = device.type == 'b' ? S_IFBLK : S_IFCHR;
  const bool same =
      (st.st_mode & S_IFMT) == type && st.st_rdev == makedev(device.major, device.minor);
  if (!same)
    return Error::refused(format("the host's '{}' is not device {} {}:{}", device.path, device.type,
                                 device.major, device.minor));
  wire::Source source;
  source.tree = TRY(sys::Tree::clone(node, "", Recursive::No));
  // A device is written to through a read-only mount as through any other, but the node stays what
  // it is: mode, owner and times are the host's.
  TRY(sys::set_attributes(source.tree.root(), Recursive::No,
                          MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NOEXEC, 0,
                          MS_PRIVATE));
  return source;
}

Result<wire::Source> open_null() {
  return open_device({.path = "/dev/null", .type = 'c', .major = 1, .minor = 3});
}

Result<wire::Source> open_rootfs(const plan::Rootfs& rootfs) {
  wire::Source source;
  source.tree = TRY(sys::Tree::clone(FdRef::cwd(), rootfs.path, Recursive::Yes));
  // pivot_root takes no shared mount, and unbindable ones cannot be cloned: both are set after it.
  const bool later =
      rootfs.propagation.type == MS_SHARED || rootfs.propagation.type == MS_UNBINDABLE;
  TRY(set_propagation(source.tree, later ? plan::Propagation() : rootfs.propagation));
  return source;
}

struct Range {
  std::size_t first = 0;
  std::size_t count = 0;
};

/// "first count" of plan.mounts.
Result<Range> parse_wanted(const std::string& wanted, const plan::Plan& plan) {
  auto words = split(wanted, ' ');
  auto first = parse_uint(words.front());
  auto count = parse_uint(words.back());
  const std::size_t mounts = plan.mounts.size();
  if (words.size() != 2 || !first || !count || *first > mounts || *count > mounts - *first)
    return Error::refused(format("init wants '{}', which are no mounts", wanted));
  return Range{*first, *count};
}

/// Flags that would be the container's root's to clear.
bool has_flags(const plan::Mount& mount) {
  constexpr std::uint64_t kFlags =
      MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC;
  return ((mount.attributes.set | mount.recursive_attributes.set) & kFlags) != 0;
}

/// In a user namespace the host's flags are locked where the trees are opened; those that the
/// config adds are not yet.
Result<void> lock_added_flags(const plan::Plan& plan, Range range,
                              std::vector<wire::Source>& sources, FdRef container_namespace) {
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < range.count; ++i)
    if (sources[i].tree.is_open() && has_flags(plan.mounts[range.first + i])) indices.push_back(i);
  return lock_flags(sources, indices, container_namespace);
}

Result<std::vector<wire::Source>> open_mounts(const Opening& opening, Range range) {
  const plan::Plan& plan = opening.plan;
  std::vector<wire::Source> sources;
  for (std::size_t i = range.first; i < range.first + range.count; ++i) {
    const plan::Mount& mount = plan.mounts[i];
    auto source = TRY(open_mount(mount, opening).context([&] {
      return format("{} '{}'", mount.origin, mount.destination);
    }));
    sources.push_back(std::move(source));
  }
  if (opening.container_namespace.number() >= 0)
    TRY(lock_added_flags(plan, range, sources, opening.container_namespace));
  // Last: what is unbindable cannot go through the locks, and what is shared comes out as a slave.
  for (std::size_t i = 0; i < range.count; ++i)
    if (sources[i].tree.is_open())
      TRY(set_propagation(sources[i].tree, plan.mounts[range.first + i].propagation));
  return sources;
}

/// The nodes whose owner is in the user namespace: its root could make them writable again, and
/// then change them, as soon as it has CAP_SYS_ADMIN there. Their flags are locked.
Result<void> lock_nodes(const plan::Plan& plan, wire::Sources& sources, FdRef container_namespace) {
  std::vector<wire::Source*> nodes = {&sources.null};
  for (wire::Source& device : sources.devices) nodes.push_back(&device);
  std::vector<wire::Source*> reachable;
  std::vector<wire::Source> trees;
  for (wire::Source* node : nodes) {
    if (!node->tree.is_open()) continue;
    auto st = TRY(sys::status(node->tree.root(), ""));
    if (!plan::may_be_inside(plan.id_maps.uids, st.st_uid)) continue;
    reachable.push_back(node);
    trees.push_back(std::move(*node));
  }
  std::vector<std::size_t> indices(trees.size());
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  TRY(lock_flags(trees, indices, container_namespace));
  for (std::size_t i = 0; i < trees.size(); ++i) *reachable[i] = std::move(trees[i]);
  return {};
}

/// The first sources in the order in which init expects them: rootfs, null, devices.
Result<void> send_first(wire::Sources sources, wire::Link& link) {
  std::vector<wire::Source> first;
  first.push_back(std::move(sources.rootfs));
  first.push_back(std::move(sources.null));
  for (wire::Source& device : sources.devices) first.push_back(std::move(device));
  return wire::send(link, first);
}

/// A rootless caller has no power over the mount namespace but in the user namespace, whose owner
/// it is.
Result<void> enter_beside(FdRef user, FdRef mounts) {
  auto entered = sys::enter_namespace(mounts, CLONE_NEWNS);
  if (entered || !entered.error().is(EPERM)) return entered;
  TRY(sys::enter_namespace(user, CLONE_NEWUSER));
  return sys::enter_namespace(mounts, CLONE_NEWNS);
}

/// The rootfs as it is attached there.
Result<sys::Root> attach_rootfs(const plan::Plan& plan, FdRef user, wire::Link& init) {
  // A mount namespace of another user namespace was made with all its mounts slaves of the host's.
  if (!plan.in_user_namespace()) TRY(sys::cut_mounts_off());
  auto sources = TRY(open_sources(plan));
  auto target = TRY(sys::open_at(FdRef::cwd(), plan.rootfs.path, O_PATH | O_DIRECTORY));
  TRY(sources.rootfs.tree.attach(target).context("/root/path"));
  auto top = TRY(sys::duplicate(sources.rootfs.tree.root()));
  if (user.number() >= 0) TRY(lock_nodes(plan, sources, user));
  TRY(send_first(std::move(sources), init));
  return sys::Root(std::move(top));
}

/// In a process of its own: it cannot come back from that mount namespace. Serves until the link
/// breaks.
Result<void> serve_beside(const plan::Plan& plan, const sys::Proc& proc, FdRef user, FdRef mounts,
                          wire::Link* init, wire::Link& link) {
  TRY(sys::end_with_parent(true));
  TRY(enter_beside(user, mounts));
  std::optional<sys::Root> rootfs;
  if (init != nullptr) {
    auto attached = TRY(attach_rootfs(plan, user, *init));
    rootfs.emplace(std::move(attached));
  }
  const Opening opening = {plan, proc, user, rootfs ? &*rootfs : nullptr};
  TRY(link.tell(wire::Step::Trees));
  while (true) {
    auto wanted = TRY(link.expect(wire::Step::Want));
    auto range = TRY(parse_wanted(wanted.text, plan));
    auto opened = TRY(open_mounts(opening, range));
    TRY(wire::send(link, opened));
  }
}

/// In a process of its own, which is in `user` afterwards.
Result<sys::Fd> copy_mounts(FdRef user, const sys::Proc& proc) {
  TRY(sys::end_with_parent(true));
  TRY(sys::enter_namespace(user, CLONE_NEWUSER));
  TRY(sys::unshare(CLONE_NEWNS));
  return sys::open_namespace_of(proc, "self", CLONE_NEWNS);
}

/// A copy of our mount namespace for `user`, with nobody inside.
Result<sys::Fd> mounts_for(FdRef user, const sys::Proc& proc) {
  auto links = TRY(wire::Link::pair());
  auto child = TRY(sys::clone(0, std::nullopt));
  if (!child) {
    links.first.close();
    auto made = copy_mounts(user, proc);
    if (!made) links.second.fail(made.error());
    const FdRef passengers[] = {made ? FdRef(*made) : FdRef(-1)};
    if (made)
      ignore(links.second.tell(wire::Step::Trees, {}, passengers), "the other side sees our end");
    ::_exit(0);
  }
  links.second.close();
  auto message = TRY(links.first.expect(wire::Step::Trees));
  if (message.fds.size() != 1) return Error::refused("the mount namespace did not come");
  return std::move(message.fds[0]);
}

}  // namespace

Result<wire::Sources> open_sources(const plan::Plan& plan) {
  wire::Sources sources;
  // In a mount namespace that is joined, the rootfs is used where it stands.
  if (plan.namespaces.creates(CLONE_NEWNS))
    sources.rootfs = TRY(open_rootfs(plan.rootfs).context("/root/path"));
  if (!plan.masked_paths.empty() && !plan.makes_null()) sources.null = TRY(open_null());
  if (!plan.bind_devices) return sources;
  for (const plan::Device& device : plan.devices) {
    // A pipe is made inside, it is no device of the host's.
    if (device.type == 'p') {
      sources.devices.emplace_back();
      continue;
    }
    auto source = TRY(open_device(device).context(device.origin));
    sources.devices.push_back(std::move(source));
  }
  return sources;
}

Result<void> Supplier::open_beside(const sys::Process& init) {
  if (plan_.in_user_namespace()) user_ = TRY(open_user_namespace(proc_, init.pid()));
  auto directory = TRY(proc_.open_file(format("{}/ns", init.pid()), O_PATH | O_DIRECTORY));
  mounts_ = TRY(sys::open_at(directory, "mnt", O_RDONLY));
  return {};
}

Result<void> Supplier::move_beside(wire::Link& link) {
  return start_beside(&link);
}

Result<void> Supplier::move_to_copy(const sys::Process& init) {
  user_ = TRY(open_user_namespace(proc_, init.pid()));
  // By its number, which was its own if it is there yet.
  auto ended = TRY(init.ended(0));
  if (ended) return Error::refused("container not running: its init has ended");
  mounts_ = TRY(mounts_for(user_, proc_).context("copying our mounts for the user namespace"));
  return start_beside(nullptr);
}

Result<void> Supplier::start_beside(wire::Link* init) {
  auto ends = TRY(wire::Link::pair());
  auto child = TRY(sys::clone(0, std::nullopt));
  if (!child) {
    ends.first.close();
    auto done = serve_beside(plan_, proc_, user_, mounts_, init, ends.second);
    ends.second.fail(done.error());
    ::_exit(0);
  }
  process_ = std::move(*child);
  beside_ = std::move(ends.first);
  TRY(beside_.expect(wire::Step::Trees));
  return {};
}

Result<void> Supplier::serve(const std::string& wanted, wire::Link& link) {
  auto range = TRY(parse_wanted(wanted, plan_));
  if (!process_.is_running()) {
    auto opened = TRY(open_mounts({plan_, proc_, FdRef(-1)}, range));
    return wire::send(link, opened);
  }
  TRY(beside_.tell(wire::Step::Want, wanted));
  auto opened = TRY(wire::receive(beside_, range.count));
  return wire::send(link, opened);
}

}  // namespace hull::host
