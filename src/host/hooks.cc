// SPDX-License-Identifier: Apache-2.0
#include "host/hooks.h"

#include <fcntl.h>
#include <unistd.h>

#include <utility>

#include "plan/annotations.h"
#include "spec/annotations.h"
#include "sys/file.h"

namespace hull::host {

namespace {

Result<sys::Fd> open_to_append(const std::string& path, std::string_view key) {
  if (path.empty()) return sys::Fd();
  return sys::open_at(sys::FdRef::cwd(), path, O_WRONLY | O_CREAT | O_APPEND | O_NOCTTY, 0644)
      .context([key] { return plan::annotation_pointer(key); });
}

}  // namespace

Result<wire::HookFiles> open_hook_files(const plan::HookPaths& paths) {
  wire::HookFiles files;
  files.output = TRY(open_to_append(paths.output, spec::annotations::kHooksStdout));
  files.errors = TRY(open_to_append(paths.errors, spec::annotations::kHooksStderr));
  return files;
}

Result<void> run_hook(std::string_view kind, std::size_t index, const spec::Hook& hook,
                      const std::string& state, const wire::HookFiles& files) {
  sys::Program program = {.path = hook.path, .args = hook.args, .input = state};
  if (hook.env)
    program.env = *hook.env;
  else
    for (char** entry = ::environ; *entry != nullptr; ++entry) program.env.emplace_back(*entry);
  if (hook.timeout) program.timeout = std::chrono::seconds(*hook.timeout);
  return wire::run_hook(kind, index, files.redirect(std::move(program)));
}

Result<void> run_hooks(std::string_view kind, const std::vector<spec::Hook>& hooks,
                       const std::string& state, const wire::HookFiles& files) {
  for (std::size_t i = 0; i < hooks.size(); ++i) TRY(run_hook(kind, i, hooks[i], state, files));
  return {};
}

}  // namespace hull::host
