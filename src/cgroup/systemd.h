// SPDX-License-Identifier: Apache-2.0
// The cgroup that systemd makes, as a scope. Once it is there the rest is as with directories of
// our own. Host side.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cgroup/cgroupfs.h"
#include "cgroup/dbus_value.h"
#include "cgroup/service_manager.h"
#include "cgroup/unit_name.h"
#include "spec/linux.h"
#include "sys/clone.h"

namespace hull::cgroup {

/// What a command brings along for systemd beside the Location. Nothing of it is recorded.
struct SystemdRequest {
  /// How long systemd may take for one answer or job (--systemd-timeout).
  std::chrono::milliseconds patience{30'000};
  /// A directory that commands share, see ServiceManager::connect().
  std::string turn;
  /// For make(): further properties of the unit, see annotated_properties().
  Properties properties;
  /// For make(): what apply() will be called with. systemd keeps what it is told at the start in
  /// the unit itself, and what it is told later in files beside it.
  spec::Resources resources;
  /// A connection that is there already.
  std::unique_ptr<ServiceManager> manager;
};

/// Which systemd a container is to be with.
struct SystemdFacts {
  /// The system's, else that of our user.
  bool of_system = true;
  /// $DBUS_SESSION_BUS_ADDRESS and $XDG_RUNTIME_DIR, "" when unset.
  std::string session_bus;
  std::string runtime_directory;
};

/// The addresses of that systemd, the best first: its own socket, then the bus; a user's
/// $DBUS_SESSION_BUS_ADDRESS before both. "" when a user has none of them.
std::string systemd_addresses(const SystemdFacts& facts);

/// The path of the cgroup that `unit` has, or will have, with the systemd at `addresses`: that is
/// asked where its cgroups are, and becomes request.manager. Changes nothing.
Result<std::string> find_scope_path(const UnitName& unit, const std::string& addresses,
                                    SystemdRequest& request);

/// `location`, which was found for that path, as the scope's that systemd makes there.
Location as_scope(Location location, const UnitName& unit, const std::string& addresses);

/// See Cgroup for what each method does. A scope needs a process from the start: a child of ours
/// that does nothing holds the place of the container's until settle(), or our end.
class Systemd final : public Cgroupfs {
 public:
  /// `root` is borrowed.
  Systemd(sys::FdRef root, Location location, SystemdRequest request)
      : Cgroupfs(root, std::move(location)), request_(std::move(request)) {}

  Result<void> make() override;
  Result<void> apply(const spec::Resources& resources) override;
  Result<void> settle() override;
  Result<void> remove() override;

 protected:
  Result<void> tell_manager(const Settings& settings) override;

 private:
  const std::string& unit() const { return location_.scope.unit; }
  Result<ServiceManager*> manager();
  Result<Properties> properties_for(const Settings& settings);
  /// The directories of the hierarchies that systemd leaves alone, and what is below the unit's.
  Result<void> complete();
  Result<void> make_inner(const Hierarchy& hierarchy);

  SystemdRequest request_;
  sys::Child placeholder_;
  /// What systemd knows already, and how old it is.
  Properties told_;
  std::optional<unsigned> version_;
  /// The limits on processes that wait until the placeholder is gone.
  Settings held_back_;
};

}  // namespace hull::cgroup
