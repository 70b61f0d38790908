// SPDX-License-Identifier: Apache-2.0
#include "cgroup/systemd.h"

#include <dbus/dbus.h>
#include <unistd.h>

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "cgroup/controllers.h"
#include "cgroup/settings.h"
#include "cgroup/tree.h"
#include "cgroup/unit_properties.h"
#include "cgroup/writing.h"
#include "sys/file.h"
#include "sys/process.h"
#include "sys/task.h"

namespace hull::cgroup {
namespace {

using Version = Hierarchy::Version;

constexpr std::string_view kPrivate = "systemd/private";

std::string unix_address(const std::string& path) {
  char* escaped = dbus_address_escape_value(path.c_str());
  std::string address = format("unix:path={}", escaped);
  dbus_free(escaped);
  return address;
}

[[noreturn]] void hold_the_place(pid_t parent) {
  const bool tied = static_cast<bool>(sys::end_with_parent(true));
  // It may have ended before that.
  if (!tied || ::getppid() != parent) ::_exit(1);
  // Or the OOM killer may take us before the container's init, and systemd the scope with both.
  ignore(sys::write(sys::FdRef::cwd(), "/proc/self/oom_score_adj", "-1000"),
         "lowering it takes CAP_SYS_RESOURCE");
  // `systemctl stop` must reach us, and nobody may wait for a pipe or a lock of ours.
  ignore(sys::reset_signals(), "then SIGKILL follows");
  ::close_range(0, ~0U, 0);
  while (true) ::pause();
}

Result<sys::Child> make_placeholder() {
  const pid_t parent = ::getpid();
  auto child = TRY(sys::clone(0, std::nullopt));
  if (!child) hold_the_place(parent);
  return std::move(*child);
}

// What every scope of ours is. The limits of systemd's own making would come on top of those that
// were asked for, which under the other driver are all there are.
Properties basic_properties(const Scope& scope, pid_t placeholder) {
  std::vector<Value> pids = {uint32_value(static_cast<std::uint32_t>(placeholder))};
  return {{"Description", string_value(format("container scope {}", scope.unit))},
          {"Slice", string_value(scope.slice)},
          {"PIDs", array_value("u", std::move(pids))},
          {"Delegate", boolean_value(true)},
          {"DefaultDependencies", boolean_value(false)},
          // So that a failed one leaves its name free.
          {"CollectMode", string_value("inactive-or-failed")},
          {"CPUAccounting", boolean_value(true)},
          {"IOAccounting", boolean_value(true)},
          {"MemoryAccounting", boolean_value(true)},
          {"TasksAccounting", boolean_value(true)},
          {"TasksMax", uint64_value(~std::uint64_t{0})}};
}

// A limit on processes so low that the placeholder may be the one too many is one higher as long as
// there is one. Gives the settings as they were.
Settings make_room(Settings& settings) {
  // init, and more than any hook is likely to run inside.
  constexpr std::uint64_t kRoomy = 64;
  Settings originals;
  for (Setting& setting : settings) {
    Assignment& choice = setting.choices.front();
    auto limit = parse_uint(choice.text);
    if (choice.file != "pids.max" || !limit || *limit >= kRoomy) continue;
    originals.push_back(setting);
    choice.text = std::to_string(*limit + 1);
  }
  return originals;
}

}  // namespace

std::string systemd_addresses(const SystemdFacts& facts) {
  if (facts.of_system)
    return "unix:path=/run/systemd/private;unix:path=/run/dbus/system_bus_socket";
  std::vector<std::string> addresses;
  if (!facts.session_bus.empty()) addresses.push_back(facts.session_bus);
  if (!facts.runtime_directory.empty()) {
    addresses.push_back(unix_address(path::join(facts.runtime_directory, kPrivate)));
    addresses.push_back(unix_address(path::join(facts.runtime_directory, "bus")));
  }
  return join(addresses, ";");
}

Result<std::string> find_scope_path(const UnitName& unit, const std::string& addresses,
                                    SystemdRequest& request) {
  if (addresses.empty())
    return Error::refused(
        "systemd: neither DBUS_SESSION_BUS_ADDRESS nor XDG_RUNTIME_DIR says where the user's is");
  auto manager =
      TRY(ServiceManager::connect(addresses, request.patience, request.turn).context([&] {
        return format("unit '{}'", unit.unit);
      }));
  auto top = TRY(manager.control_group().context([&] { return format("unit '{}'", unit.unit); }));
  request.manager = std::make_unique<ServiceManager>(std::move(manager));
  return top + unit_path(unit);
}

Location as_scope(Location location, const UnitName& unit, const std::string& addresses) {
  location.driver = Driver::Systemd;
  // The slices are systemd's.
  location.kept = path::parent(location.path);
  location.scope = {unit.unit, unit.slice, addresses};
  return location;
}

Result<ServiceManager*> Systemd::manager() {
  if (!request_.manager) {
    auto connected =
        TRY(ServiceManager::connect(location_.scope.bus, request_.patience, request_.turn)
                .context([this] { return format("unit '{}'", unit()); }));
    request_.manager = std::make_unique<ServiceManager>(std::move(connected));
  }
  return request_.manager.get();
}

// Of several files that may stand for a setting systemd hears of the one that there is.
Result<Properties> Systemd::properties_for(const Settings& settings) {
  std::vector<Assignment> writes;
  for (const Setting& setting : settings) {
    const Assignment* chosen = &setting.choices.front();
    const Hierarchy* hierarchy = location_.layout.with(setting.controller);
    for (const Assignment& choice : setting.choices) {
      if (hierarchy == nullptr || setting.choices.size() == 1) break;
      auto there = TRY(exists(root(), directory_in(directory(*hierarchy), choice.file)));
      if (!there) continue;
      chosen = &choice;
      break;
    }
    writes.push_back(*chosen);
  }
  if (writes.empty()) return Properties();
  if (!version_) {
    auto* systemd = TRY(manager());
    version_ = TRY(systemd->version());
  }
  return unit_properties(writes, *version_, [this](const std::string& file) {
    const Hierarchy* cpu = location_.layout.with("cpu");
    if (cpu == nullptr) return std::optional<std::string>();
    auto text = sys::try_read(root(), directory_in(directory(*cpu), file));
    return text ? *text : std::optional<std::string>();
  });
}

Result<void> Systemd::make() {
  auto* systemd = TRY(manager());
  auto asked = TRY(settings(request_.resources, location_.layout));
  auto limits = TRY(properties_for(asked));
  placeholder_ = TRY(make_placeholder());
  Properties properties = basic_properties(location_.scope, placeholder_.pid());
  put_all(properties, limits);
  put_all(properties, std::move(request_.properties));
  TRY(systemd->start(unit(), properties));
  // Others wait for their turn.
  request_.manager.reset();
  told_ = std::move(limits);
  auto done = complete();
  if (!done) ignore(remove(), "the failure to make it is the news");
  return done;
}

// systemd moves the placeholder to the hierarchies that it cares for: the only one of v2, or some
// of v1's and the one that it keeps its units by.
Result<void> Systemd::complete() {
  bool found = false;
  Paths made;
  for (const Hierarchy& hierarchy : location_.layout.hierarchies) {
    auto inside = TRY(processes_in(root(), directory(hierarchy)));
    if (std::ranges::find(inside, placeholder_.pid()) != inside.end())
      found = true;
    else if (location_.layout.has_legacy())
      TRY(make_directories(hierarchy, made));
    else
      break;
    TRY(prepare(hierarchy));
    TRY(make_inner(hierarchy));
    TRY(make_delegated(hierarchy, made));
  }
  if (found) return {};
  return Error::refused(format("systemd: unit '{}' is not in cgroup '{}', where it was to be",
                               unit(), location_.path));
}

// The placeholder goes first: a cgroup with processes of its own hands no controllers down.
Result<void> Systemd::make_inner(const Hierarchy& hierarchy) {
  if (location_.inner.empty() || hierarchy.version == Version::One) return {};
  const std::string inner = directory_of(hierarchy, location_.home());
  TRY(sys::make_directory(root(), inner, 0755));
  TRY(sys::write(root(), directory_in(inner, "cgroup.procs"), std::to_string(placeholder_.pid())));
  return enable_controllers(root(), hierarchy, location_.home());
}

Result<void> Systemd::apply(const spec::Resources& resources) {
  auto asked = TRY(settings(resources, location_.layout));
  TRY(tell_manager(asked));
  if (placeholder_.is_running()) held_back_ = make_room(asked);
  return write_settings(root(), location_, std::move(asked));
}

Result<void> Systemd::tell_manager(const Settings& settings) {
  auto properties = TRY(properties_for(settings));
  if (properties.empty() || properties == told_) return {};
  auto* systemd = TRY(manager());
  TRY(systemd->change(unit(), properties));
  request_.manager.reset();
  told_ = std::move(properties);
  return {};
}

Result<void> Systemd::settle() {
  placeholder_ = sys::Child();
  return write_settings(root(), location_, std::exchange(held_back_, {}));
}

Result<void> Systemd::remove() {
  placeholder_ = sys::Child();
  Result<void> stopped;
  auto systemd = manager();
  // Without it the scope ends by itself, for want of processes.
  if (systemd) stopped = (*systemd)->stop(unit());
  if (stopped && systemd) stopped = (*systemd)->forget_changes(unit());
  request_.manager.reset();
  TRY(Cgroupfs::remove());
  return stopped;
}

}  // namespace hull::cgroup
