// SPDX-License-Identifier: Apache-2.0
// What a runtime may leave on the host, found without asking it: processes, cgroups, state, mounts.
#pragma once

#include <string>
#include <vector>

namespace hull::crash {

/// One container's traces. We are the reaper of all that the runtime starts.
class Scene {
 public:
  /// `state` is the state root, `cgroup` the first component of the container's cgroup path, which
  /// no other cgroup of this machine has.
  Scene(std::string state, std::string cgroup);

  /// Waits until each orphan has ended, and been reaped, or waits for `start`: then nothing more
  /// happens on its own. Gives what is wrong: an orphan that does neither.
  std::string settle();
  /// Everything that is there and was not at the beginning, one fault a line; "" when there is
  /// nothing. To be called when nothing of the container is meant to be left.
  std::string remains();
  /// Whether there is a process left that waits for `start`.
  bool has_container() const;
  /// Clears away what `remains` found, so that the next try begins on clean ground.
  void clear();

 private:
  std::string state_;
  std::string cgroup_;
  std::vector<std::string> hierarchies_;
  std::string mounts_;
};

}  // namespace hull::crash
