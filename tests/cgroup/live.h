// SPDX-License-Identifier: Apache-2.0
// The machine's own hierarchies, seen as each kind of host, and cgroups there that are gone when
// the test is over, whatever happens.
#pragma once

#include <sys/types.h>

#include <csignal>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cgroup/cgroup.h"
#include "cgroup/open.h"
#include "sys/clone.h"

namespace hull::cgroup {

/// One way to look at this machine: all of its hierarchies, only v1's, or only v2's.
struct View {
  std::string name;
  sys::Fd root;
  Layout layout;
};

/// The views that exist here and in which we may make cgroups; none without that power.
std::vector<View> views();

/// A cgroup "/hull-test-PID-N" + `below`, to be made by the test, and its removal.
class Live {
 public:
  explicit Live(const View& view, const std::string& below = "");
  ~Live();
  Live(const Live&) = delete;
  Live& operator=(const Live&) = delete;

  Cgroup& operator*() { return *cgroup_; }
  Cgroup* operator->() { return cgroup_.get(); }
  /// The text of a controller's file in this cgroup, without the line end.
  std::string read(std::string_view controller, const std::string& file) const;
  /// Whether any of its directories is there.
  bool is_there() const;
  std::string directory(const Hierarchy& hierarchy) const;
  sys::FdRef root() const { return root_; }

 private:
  void hand_down_as_before() const;

  sys::FdRef root_;
  // The v2 root's cgroup.subtree_control, relative to root_, and its text; empty without v2.
  std::string control_;
  std::string handed_down_;
  std::unique_ptr<Cgroup> cgroup_;
};

/// A child in the cgroup that waits to be killed; killed and reaped when dropped. It ends with
/// kCaughtStatus at kCaught, which unlike an uncaught signal (that ends also v2's frozen) needs it
/// to run.
inline constexpr int kCaught = SIGUSR2;
inline constexpr int kCaughtStatus = 5;
sys::Child sleeper(Cgroup& cgroup);

}  // namespace hull::cgroup
