// SPDX-License-Identifier: Apache-2.0
#include "cgroup/cgroupfs.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <set>

#include "base/path.h"
#include "base/text.h"
#include "cgroup/controllers.h"
#include "cgroup/count.h"
#include "cgroup/devices.h"
#include "cgroup/present.h"
#include "cgroup/settings.h"
#include "cgroup/transaction.h"
#include "cgroup/tree.h"
#include "cgroup/writing.h"
#include "sys/file.h"
#include "sys/process.h"

namespace hull::cgroup {
namespace {

using Version = Hierarchy::Version;

// Whether the directory is new.
Result<bool> make_directory(sys::FdRef root, const std::string& name) {
  auto made = sys::make_directory(root, name, 0755);
  if (made) return true;
  if (made.error().is(EEXIST)) return false;
  return std::move(made).error();
}

// The text of a cpuset's `file`, filled from its parent's if it is empty: a new v1 cpuset has
// neither processors nor memory, and takes no process until it has both (cgroup-v1/cpusets.rst).
Result<std::string> fill_cpuset(sys::FdRef root, const std::string& directory,
                                const std::string& file) {
  auto own = TRY(sys::read(root, directory_in(directory, file)));
  const bool is_root = directory.find('/') == directory.npos;
  if (is_root || !trim(own).empty()) return std::string(trim(own));
  auto inherited = TRY(fill_cpuset(root, path::parent(directory), file));
  TRY(sys::write(root, directory_in(directory, file), inherited));
  return inherited;
}

bool is_cpuset(const Hierarchy& hierarchy) {
  return hierarchy.version == Version::One &&
         std::ranges::find(hierarchy.controllers, "cpuset") != hierarchy.controllers.end();
}

}  // namespace

Result<void> Cgroupfs::make() {
  Paths made;
  auto make_all = [&]() -> Result<void> {
    for (const Hierarchy& hierarchy : location_.layout.hierarchies) TRY(make_in(hierarchy, made));
    return {};
  };
  auto done = make_all().context([&] { return format("making cgroup '{}'", location_.path); });
  if (done) return {};
  for (auto directory = made.rbegin(); directory != made.rend(); ++directory)
    ignore(sys::remove_directory(root_, *directory), "the failure to make it is the news");
  return done;
}

Result<void> Cgroupfs::make_in(const Hierarchy& hierarchy, Paths& made) {
  auto is_new = TRY(make_directories(hierarchy, made));
  if (!is_new) TRY(check_vacant(root_, location_.layout, location_.path));
  TRY(prepare(hierarchy));
  return make_delegated(hierarchy, made);
}

Result<void> Cgroupfs::make_delegated(const Hierarchy& hierarchy, Paths& made) {
  if (location_.delegated.empty() || hierarchy.version == Version::One) return {};
  const std::string name =
      directory_in(directory_of(hierarchy, location_.home()), location_.delegated);
  auto is_new = TRY(make_directory(root_, name));
  if (is_new) made.push_back(name);
  return {};
}

Result<bool> Cgroupfs::make_directories(const Hierarchy& hierarchy, Paths& made) {
  const std::string leaf = directory(hierarchy);
  auto is_new = make_directory(root_, leaf);
  if (!is_new && is_new.error().is(ENOENT)) {
    const std::string parents = path::parent(location_.path);
    std::string parent;
    for (std::string_view name : split(parents, '/')) {
      if (name.empty()) continue;
      parent += format("/{}", name);
      auto new_parent = TRY(make_directory(root_, directory_of(hierarchy, parent)));
      if (new_parent) made.push_back(directory_of(hierarchy, parent));
    }
    is_new = make_directory(root_, leaf);
  }
  auto leaf_is_new = TRY(std::move(is_new));
  if (leaf_is_new) made.push_back(leaf);
  return leaf_is_new;
}

Result<void> Cgroupfs::prepare(const Hierarchy& hierarchy) {
  if (hierarchy.version == Version::Two)
    return enable_controllers(root_, hierarchy, location_.path);
  if (!is_cpuset(hierarchy)) return {};
  const std::string leaf = directory(hierarchy);
  TRY(fill_cpuset(root_, leaf, "cpuset.cpus"));
  TRY(fill_cpuset(root_, leaf, "cpuset.mems"));
  return {};
}

Result<void> Cgroupfs::apply(const spec::Resources& resources) {
  auto asked = TRY(settings(resources, location_.layout));
  TRY(tell_manager(asked));
  return write_settings(root_, location_, std::move(asked));
}

Result<Changes> Cgroupfs::update(const spec::Resources& resources, Mode mode) {
  auto now = TRY(read_present(root_, location_, resources));
  auto asked = TRY(settings(resources, location_.layout, now));
  auto transaction = TRY(Transaction::prepare(root_, location_, asked));
  if (mode == Mode::Try) return transaction.changes();
  auto done =
      transaction.write([this](const Settings& settings) { return tell_manager(settings); });
  if (done) return transaction.accepted();
  auto told = tell_manager(transaction.before());
  auto restored = transaction.roll_back();
  if (restored) restored = std::move(told);
  if (restored) return std::move(done).error();
  return std::move(done).error().hint(restored.error().message());
}

Result<void> Cgroupfs::restrict_devices(const std::vector<spec::DeviceRule>& rules) {
  auto policy = TRY(device_policy(rules));
  if (const Hierarchy* legacy = location_.layout.with("devices"))
    return write_devices(root_, directory(*legacy), policy).context("/linux/resources/devices");
  auto cgroup = TRY(entry());
  if (!cgroup)
    return Error::refused("/linux/resources/devices: devices controller is not available");
  return attach_devices(*cgroup, policy, earlier_devices()).context("/linux/resources/devices");
}

Result<void> Cgroupfs::give_to(uid_t uid) {
  const Hierarchy* unified = location_.layout.unified();
  if (unified == nullptr) return {};
  const std::string home = directory_of(*unified, location_.home());
  TRY(give_directory_to(uid, home));
  if (location_.delegated.empty()) return {};
  return give_directory_to(uid, directory_in(home, location_.delegated));
}

Result<void> Cgroupfs::give_directory_to(uid_t uid, const std::string& directory) {
  auto top = TRY(sys::open_at(root_, directory, O_RDONLY | O_DIRECTORY));
  TRY(sys::change_owner(top, "", uid));
  auto listed = TRY(sys::try_read(sys::FdRef::cwd(), "/sys/kernel/cgroup/delegate"));
  // config-linux.md, "Cgroup ownership", has this list for kernels without the file.
  const std::string names =
      listed.value_or("cgroup.procs\ncgroup.subtree_control\ncgroup.threads\n");
  for (std::string_view name : split(trim(names), '\n')) {
    auto given = sys::change_owner(top, std::string(name), uid);
    if (!given && !given.error().is(ENOENT)) return given;
  }
  return {};
}

Result<std::optional<sys::FdRef>> Cgroupfs::entry() {
  const Hierarchy* unified = location_.layout.unified();
  if (unified == nullptr) return std::optional<sys::FdRef>();
  if (!entry_.is_open()) {
    auto opened = TRY(sys::open_at(root_, directory_of(*unified, location_.home()),
                                   O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
    entry_ = std::move(opened);
  }
  return std::optional<sys::FdRef>(entry_);
}

Result<std::vector<sys::Fd>> Cgroupfs::tasks() {
  std::vector<sys::Fd> doors;
  for (const Hierarchy& hierarchy : location_.layout.hierarchies) {
    if (hierarchy.version == Version::Two) continue;
    auto door = TRY(sys::open_at(root_, directory_in(directory(hierarchy), "tasks"), O_WRONLY));
    doors.push_back(std::move(door));
  }
  return doors;
}

Result<sys::Fd> Cgroupfs::delegated() {
  const Hierarchy* unified = location_.layout.unified();
  if (unified == nullptr || location_.delegated.empty()) return sys::Fd();
  const std::string directory =
      directory_in(directory_of(*unified, location_.home()), location_.delegated);
  return sys::open_at(root_, directory_in(directory, "cgroup.procs"), O_WRONLY);
}

Result<void> Cgroupfs::place(pid_t pid) {
  const std::string text = std::to_string(pid);
  for (const Hierarchy& hierarchy : location_.layout.hierarchies)
    if (hierarchy.version == Version::One)
      TRY(sys::write(root_, directory_in(directory(hierarchy), "cgroup.procs"), text).context([&] {
        return format("moving process {} to its cgroup", pid);
      }));
  return {};
}

Result<std::vector<pid_t>> Cgroupfs::processes() {
  return processes_in(root_, directory(main()));
}

Result<void> Cgroupfs::kill(int signal) {
  if (signal != SIGKILL) return signal_all(signal);
  if (const Hierarchy* unified = location_.layout.unified()) {
    auto killed = sys::write(root_, directory_in(directory(*unified), "cgroup.kill"), "1");
    if (!killed && !killed.error().is(ENOENT) && !killed.error().is(ENODEV)) return killed;
  } else {
    TRY(signal_all(signal));
  }
  for (const Freezer& freezer : freezers()) TRY(let_die(root_, freezer));
  return {};
}

// Frozen, nobody can fork while we go through the list; should freezing fail, the list is gone
// through until it has nobody new.
Result<void> Cgroupfs::signal_all(int signal) {
  auto was_frozen = TRY(frozen());
  if (!was_frozen) ignore(freeze(), "the rounds below do without");
  std::set<pid_t> reached = {0};
  Result<void> first;
  for (bool found = true; found;) {
    found = false;
    auto all = TRY(processes());
    for (pid_t pid : all) {
      if (!reached.insert(pid).second) continue;
      found = true;
      auto process = sys::Process::open(pid);
      auto sent = process ? process->signal(signal) : Result<void>(std::move(process).error());
      if (!sent && !sent.error().is(ESRCH) && first) first = std::move(sent);
    }
  }
  if (was_frozen) return first;
  TRY(thaw());
  // Whoever looks next must not find it paused.
  TRY(thawed());
  return first;
}

Result<void> Cgroupfs::freeze() {
  auto all = freezers();
  if (all.empty()) return Error::refused("freezer controller is not available");
  return cgroup::freeze(root_, all.front(), Deadline(kPatience));
}

Result<void> Cgroupfs::thaw() {
  for (const Freezer& freezer : freezers()) TRY(cgroup::thaw(root_, freezer));
  return {};
}

Result<bool> Cgroupfs::thawed() {
  const Deadline deadline(kPatience);
  for (const Freezer& freezer : freezers()) {
    auto is = TRY(wait_thawed(root_, freezer, deadline));
    if (!is) return false;
  }
  return true;
}

Result<bool> Cgroupfs::frozen() {
  for (const Freezer& freezer : freezers()) {
    auto is = TRY(is_frozen(root_, freezer));
    if (is) return true;
  }
  return false;
}

Result<Stats> Cgroupfs::stats() {
  auto there = TRY(exists(root_, directory(main())));
  if (!there) return Error::refused(format("cgroup '{}' is gone", location_.path));
  Stats stats;
  // v2's first: on a hybrid host it has the pressure, v1's controllers the rest.
  for (const Version version : {Version::Two, Version::One})
    for (const Hierarchy& hierarchy : location_.layout.hierarchies) {
      if (hierarchy.version != version) continue;
      Files files(root_, directory(hierarchy));
      if (version == Version::Two)
        count_unified(files, stats);
      else
        for (const std::string& controller : hierarchy.controllers)
          count_legacy(controller, files, stats);
      TRY(std::move(files).finish());
    }
  return stats;
}

Result<void> Cgroupfs::remove() {
  const Deadline deadline(kPatience);
  for (const Hierarchy& hierarchy : location_.layout.hierarchies)
    TRY(remove_with_children(root_, directory(hierarchy), deadline));
  Paths parents = own_parents(location_);
  std::ranges::reverse(parents);
  for (const std::string& parent : parents)
    for (const Hierarchy& hierarchy : location_.layout.hierarchies)
      ignore(sys::remove_directory(root_, directory_of(hierarchy, parent)),
             "another container may use it by now");
  return {};
}

const Hierarchy& Cgroupfs::main() const {
  const Layout& layout = location_.layout;
  if (const Hierarchy* unified = layout.unified()) return *unified;
  if (const Hierarchy* freezer = layout.with("freezer")) return *freezer;
  return layout.hierarchies.front();
}

std::string Cgroupfs::directory(const Hierarchy& hierarchy) const {
  return directory_of(hierarchy, location_.path);
}

std::vector<Freezer> Cgroupfs::freezers() const {
  std::vector<Freezer> list;
  const Layout& layout = location_.layout;
  for (const Hierarchy* hierarchy : {layout.unified(), layout.with("freezer")})
    if (hierarchy != nullptr) list.push_back({hierarchy->version, directory(*hierarchy)});
  return list;
}

}  // namespace hull::cgroup
