// SPDX-License-Identifier: Apache-2.0
// Socket activation: descriptors that a service manager handed to us for the container's process,
// sd_listen_fds(3). Pure.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::cmd {

/// Our environment, "" for what is unset.
struct ActivationRequest {
  std::string_view listen_pid;
  std::string_view listen_fds;
  std::string_view listen_fdnames;
};

struct Activation {
  /// How many descriptors from 3 on are meant.
  unsigned count = 0;
  /// What the container's process needs to find them: there it is process 1, or believes so, as
  /// runc and crun have it.
  std::vector<std::string> environment;
};

/// None unless LISTEN_PID is `self`: conmon and others pass on variables that were for themselves.
/// Fails when the count is no number.
Result<Activation> activation(const ActivationRequest& request, pid_t self);

}  // namespace hull::cmd
