// SPDX-License-Identifier: Apache-2.0
#include "spec/rules.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "spec/linux_rules.h"
#include "spec/word_rules.h"

namespace hull::spec {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos &&
         (text.size() == 1 || text.front() != '0');
}

// SemVer 2.0.0, items 9 and 10: identifiers of letters, digits and hyphens, separated by dots.
bool are_identifiers(std::string_view text, bool leading_zeros) {
  constexpr std::string_view kLetters =
      "0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  return std::ranges::all_of(split(text, '.'), [&](std::string_view identifier) {
    bool is_digits = identifier.find_first_not_of("0123456789") == identifier.npos;
    return !identifier.empty() && identifier.find_first_not_of(kLetters) == identifier.npos &&
           (leading_zeros || !is_digits || is_number(identifier));
  });
}

bool is_semantic_version(std::string_view version) {
  std::size_t plus = version.find('+');
  if (plus != version.npos && !are_identifiers(version.substr(plus + 1), true)) return false;
  version = version.substr(0, plus);
  std::size_t hyphen = version.find('-');
  if (hyphen != version.npos && !are_identifiers(version.substr(hyphen + 1), false)) return false;
  std::vector<std::string_view> numbers = split(version.substr(0, hyphen), '.');
  return numbers.size() == 3 && std::ranges::all_of(numbers, is_number);
}

// config.md, "Specification version": ociVersion MUST be SemVer 2.0.0; versions are compatible
// within a major one.
Result<void> check_version(const std::string& version) {
  if (!is_semantic_version(version))
    return Error::refused(
        format("/ociVersion: '{}' is not a version of the form MAJOR.MINOR.PATCH", version));
  if (!version.starts_with("1."))
    return Error::refused(format("/ociVersion: '{}' is not a version 1", version));
  return {};
}

// config.md, "POSIX-platform Hooks": `path` MUST be absolute; `timeout`, if set, MUST be greater
// than zero.
Result<void> check_hooks(std::string_view kind, const std::vector<Hook>& hooks) {
  for (std::size_t i = 0; i < hooks.size(); ++i) {
    if (!path::is_absolute(hooks[i].path))
      return Error::refused(
          format("/hooks/{}/{}/path: '{}' is not an absolute path", kind, i, hooks[i].path));
    if (hooks[i].timeout.value_or(1) <= 0)
      return Error::refused(
          format("/hooks/{}/{}/timeout: {} is not above 0", kind, i, *hooks[i].timeout));
  }
  return {};
}

// The kernel takes the last id for "leave as it is" (setresuid(2)), so no process can have it.
Result<void> check_ids(const User& user, std::string_view pointer) {
  constexpr std::uint32_t kNoId = 4294967295;
  auto refused = [&](std::string_view what) {
    return Error::refused(format("{}/user/{}: 4294967295 is no id", pointer, what));
  };
  if (user.uid == kNoId) return refused("uid");
  if (user.gid == kNoId) return refused("gid");
  for (std::size_t i = 0; i < user.additional_gids.size(); ++i)
    if (user.additional_gids[i] == kNoId) return refused(format("additionalGids/{}", i));
  return {};
}

// config.md, "Linux Process", `scheduler`: the words; sched(7): the ranges of nice and priority.
Result<void> check_scheduler(const Scheduler& scheduler, const std::string& pointer) {
  TRY(check_word(scheduler.policy, words::scheduler_policies(), pointer + "/policy"));
  TRY(check_words(scheduler.flags, words::scheduler_flags(), pointer + "/flags"));
  TRY(check_range(scheduler.nice, -20, 19, pointer + "/nice"));
  TRY(check_range(scheduler.priority, 0, 99, pointer + "/priority"));
  return {};
}

// config.md, "Linux Process", `ioPriority`: three classes; from 0 (highest) to 7 (lowest).
Result<void> check_io_priority(const IoPriority& io, const std::string& pointer) {
  TRY(check_word(io.io_class, words::io_priority_classes(), pointer + "/class"));
  TRY(check_range(io.priority, 0, 7, pointer + "/priority"));
  return {};
}

}  // namespace

Result<void> check_process(const Process& process, std::string_view pointer) {
  // config.md, "Process": this value MUST be an absolute path.
  if (!path::is_absolute(process.cwd))
    return Error::refused(format("{}/cwd: '{}' is not an absolute path", pointer, process.cwd));
  // The same: at least one entry is REQUIRED.
  if (process.args.empty()) return Error::refused(format("{}/args: is missing or empty", pointer));
  TRY(check_ids(process.user, pointer));
  if (process.scheduler) TRY(check_scheduler(*process.scheduler, format("{}/scheduler", pointer)));
  if (process.io_priority)
    TRY(check_io_priority(*process.io_priority, format("{}/ioPriority", pointer)));
  // The same, `execCPUAffinity`: a comma-separated list, with dashes to represent ranges.
  if (const auto& affinity = process.exec_cpu_affinity) {
    TRY(check_list(affinity->initial, format("{}/execCPUAffinity/initial", pointer)));
    TRY(check_list(affinity->final, format("{}/execCPUAffinity/final", pointer)));
  }
  return {};
}

Result<std::vector<std::string>> check_config(const Config& config) {
  std::vector<std::string> warnings;
  TRY(check_version(config.oci_version));
  // config.md, "Root": the path MUST lead to a directory, which an empty one never does.
  if (config.root.path.empty()) return Error::refused("/root/path: is empty");
  if (config.process) TRY(check_process(*config.process, "/process"));
  // config.md, "Annotations": keys MUST NOT be an empty string.
  if (config.annotations.contains("")) return Error::refused("/annotations: a key is empty");
  TRY(check_hooks("prestart", config.hooks.prestart));
  TRY(check_hooks("createRuntime", config.hooks.create_runtime));
  TRY(check_hooks("createContainer", config.hooks.create_container));
  TRY(check_hooks("startContainer", config.hooks.start_container));
  TRY(check_hooks("poststart", config.hooks.poststart));
  TRY(check_hooks("poststop", config.hooks.poststop));
  TRY(check_linux(config.linux_section, warnings));
  return warnings;
}

}  // namespace hull::spec
