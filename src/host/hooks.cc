// SPDX-License-Identifier: Apache-2.0
#include "host/hooks.h"

#include <unistd.h>

#include "wire/hook.h"

namespace hull::host {

Result<void> run_hook(std::string_view kind, std::size_t index, const spec::Hook& hook,
                      const std::string& state) {
  sys::Program program = {.path = hook.path, .args = hook.args, .input = state};
  if (hook.env)
    program.env = *hook.env;
  else
    for (char** entry = ::environ; *entry != nullptr; ++entry) program.env.emplace_back(*entry);
  if (hook.timeout) program.timeout = std::chrono::seconds(*hook.timeout);
  return wire::run_hook(kind, index, program);
}

Result<void> run_hooks(std::string_view kind, const std::vector<spec::Hook>& hooks,
                       const std::string& state) {
  for (std::size_t i = 0; i < hooks.size(); ++i) TRY(run_hook(kind, i, hooks[i], state));
  return {};
}

}  // namespace hull::host
