// SPDX-License-Identifier: Apache-2.0
// The few calls of systemd's that a container's unit needs (org.freedesktop.systemd1(5)), each with
// a deadline. Host side.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cgroup/bus.h"
#include "cgroup/dbus_value.h"

namespace hull::cgroup {

/// A connection to one systemd, the system's or a user's. Failures begin with "systemd: " and say
/// what was asked of it and, where it did not answer in time, how long that was.
class ServiceManager {
 public:
  /// `addresses` as Bus::connect() takes them. Each method then has `patience` for all it does.
  /// Commands that name the same directory for `turn` (empty: none) are connected one after the
  /// other, if that takes none of them longer than `patience`: on its own socket systemd sends
  /// every signal to every client, which many at a time would make it busy with.
  static Result<ServiceManager> connect(const std::string& addresses,
                                        std::chrono::milliseconds patience,
                                        const std::string& turn = "");

  /// Its own cgroup, below which it makes all others: "" or "/user.slice/…".
  Result<std::string> control_group();
  /// Its version: 257.
  Result<unsigned> version();

  /// Makes the unit `name`, starts it and waits until it runs. One that failed is cleared away
  /// before; any other with this name is a failure that says its state.
  Result<void> start(const std::string& name, const Properties& properties);
  /// Changes the unit's properties until it ends. On return systemd has written to the cgroup what
  /// it is going to.
  Result<void> change(const std::string& name, const Properties& properties);
  /// Stops the unit, waits until it has ended, and forgets its failure. One that is gone is fine.
  Result<void> stop(const std::string& name);
  /// Takes back what change() left in systemd's files. Of a unit that has ended.
  Result<void> forget_changes(const std::string& name);

 private:
  ServiceManager(sys::Fd turn, Bus bus, std::chrono::milliseconds patience)
      : turn_(std::move(turn)), bus_(std::move(bus)), patience_(patience) {}
  /// A Failure among the answers is the caller's to judge.
  Result<Message> ask(const std::string& member, std::vector<Value> arguments,
                      const Deadline& deadline);
  Result<Message> ask_object(const std::string& path, const std::string& interface,
                             const std::string& member, std::vector<Value> arguments,
                             const Deadline& deadline);
  Result<std::string> manager_property(const std::string& property);
  Result<std::string> property(const std::string& path, const std::string& interface,
                               const std::string& property, const Deadline& deadline);
  /// Whether a unit with this name can be made now.
  Result<void> make_room(const std::string& name, const Deadline& deadline);
  Result<void> wait_for_job(const std::string& job, const std::string& name,
                            const Deadline& deadline);
  Error no_answer(const std::string& what) const;

  sys::Fd turn_;
  Bus bus_;
  std::chrono::milliseconds patience_;
};

}  // namespace hull::cgroup
