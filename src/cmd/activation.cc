// SPDX-License-Identifier: Apache-2.0
#include "cmd/activation.h"

#include <limits>
#include <optional>

#include "base/text.h"

namespace hull::cmd {

Result<Activation> activation(const ActivationRequest& request, pid_t self) {
  Activation found;
  if (request.listen_pid != hull::format("{}", self)) return found;
  std::optional<std::uint64_t> count = parse_uint(request.listen_fds);
  if (!count || *count > std::numeric_limits<int>::max())
    return Error::refused(hull::format("LISTEN_FDS: '{}' is not a number", request.listen_fds));
  if (*count == 0) return found;
  found.count = static_cast<unsigned>(*count);
  found.environment = {hull::format("LISTEN_FDS={}", *count), "LISTEN_PID=1"};
  if (!request.listen_fdnames.empty())
    found.environment.push_back(hull::format("LISTEN_FDNAMES={}", request.listen_fdnames));
  return found;
}

}  // namespace hull::cmd
