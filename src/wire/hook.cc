// SPDX-License-Identifier: Apache-2.0
#include "wire/hook.h"

#include "base/text.h"

namespace hull::wire {
namespace {

std::string ending(const sys::Program& hook, const sys::Outcome& outcome) {
  if (outcome.timed_out) return format("killed after its timeout of {} s", hook.timeout->count());
  if (outcome.exit.signal != 0) return format("ended by signal {}", outcome.exit.signal);
  return format("exit status {}", outcome.exit.status);
}

}  // namespace

sys::Program HookFiles::redirect(sys::Program hook) const {
  if (output.is_open()) hook.output = output;
  if (errors.is_open()) hook.errors = errors;
  return hook;
}

Result<void> run_hook(std::string_view kind, std::size_t index, const sys::Program& hook) {
  const std::string name = format("/hooks/{}/{} '{}'", kind, index, hook.path);
  auto outcome = TRY(sys::run(hook).context(name));
  if (outcome.exit.code() == 0 && !outcome.timed_out) return {};
  std::string reason = format("{}: {}", name, ending(hook, outcome));
  std::string_view words = trim(outcome.output);
  if (!words.empty()) reason += format(": {}", words);
  return Error::refused(std::move(reason));
}

}  // namespace hull::wire
