// SPDX-License-Identifier: Apache-2.0
// A systemd that plays a part: a child process which serves one D-Bus socket in a directory of the
// test's own, with libdbus's server, so by code that is not ours, and does what a script says.
#pragma once

#include <dbus/dbus.h>

#include <string>
#include <vector>

#include "fake.h"
#include "sys/clone.h"

namespace hull::cgroup {

/// What it does with the next StartTransientUnit or StopUnit; the last word holds for all that
/// follow.
enum class Part {
  Done,     // the job ends well
  Failed,   // the job ends as 'failed'
  Silent,   // the call is not answered
  Waiting,  // the job stays 'waiting'
  Closed,   // the connection is closed
  Exists,   // the unit is there already
  Missing,  // there is no such unit
};

struct Script {
  std::vector<Part> start = {Part::Done};
  std::vector<Part> stop = {Part::Done};
  /// ActiveState of a unit that exists.
  std::string state = "active";
  /// Like a message bus: the socket is named "bus", and Hello and AddMatch are wanted first.
  bool as_bus = false;
  std::string version = "257.1-1";
  /// Manager.ControlGroup.
  std::string control_group;
};

/// A unit that is started gets `cgroup`'s directory in `root`, with a cgroup.procs that holds the
/// pids it was started with; a unit that is stopped loses it.
class FakeSystemd {
 public:
  FakeSystemd(const FakeRoot& root, const std::string& cgroup, const Script& script);
  ~FakeSystemd();
  FakeSystemd(const FakeSystemd&) = delete;
  FakeSystemd& operator=(const FakeSystemd&) = delete;

  /// D-Bus address of the socket.
  std::string address() const;
  /// What was called, a line each: "StartTransientUnit x.scope Slice=a.slice TasksMax=5 …".
  std::string calls() const;

 private:
  const FakeRoot& root_;
  DBusServer* listener_;
  std::string address_;
  sys::Child server_;
};

}  // namespace hull::cgroup
