// SPDX-License-Identifier: Apache-2.0
#include "inside/hooks.h"

#include <utility>

namespace hull::inside {

Result<void> run_hooks(std::string_view kind, const std::vector<spec::Hook>& hooks,
                       const std::string& state, const wire::HookFiles& files,
                       const std::vector<std::string>& env) {
  for (std::size_t i = 0; i < hooks.size(); ++i) {
    const spec::Hook& hook = hooks[i];
    sys::Program program = {.path = hook.path, .args = hook.args, .input = state};
    // None of hull's own environment may come this far: the image must not reach it.
    program.env = hook.env.value_or(env);
    if (hook.timeout) program.timeout = std::chrono::seconds(*hook.timeout);
    TRY(wire::run_hook(kind, i, files.redirect(std::move(program))));
  }
  return {};
}

}  // namespace hull::inside
