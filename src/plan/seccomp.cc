// SPDX-License-Identifier: Apache-2.0
#include "plan/seccomp.h"

#include <linux/bpf_common.h>
#include <linux/seccomp.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "base/base64.h"
#include "base/text.h"
#include "plan/annotations.h"
#include "spec/annotations.h"

namespace hull::plan {
namespace {

constexpr std::string_view kPointer = "/linux/seccomp";

template <class Value>
struct Word {
  std::string_view word;
  Value value;
};

// The first word of a value is the one that describe_action() says.
constexpr std::array kActions = {
    Word<std::uint32_t>{"SCMP_ACT_KILL_THREAD", SECCOMP_RET_KILL_THREAD},
    Word<std::uint32_t>{"SCMP_ACT_KILL", SECCOMP_RET_KILL_THREAD},
    Word<std::uint32_t>{"SCMP_ACT_KILL_PROCESS", SECCOMP_RET_KILL_PROCESS},
    Word<std::uint32_t>{"SCMP_ACT_TRAP", SECCOMP_RET_TRAP},
    Word<std::uint32_t>{"SCMP_ACT_ERRNO", SECCOMP_RET_ERRNO},
    Word<std::uint32_t>{"SCMP_ACT_NOTIFY", SECCOMP_RET_USER_NOTIF},
    Word<std::uint32_t>{"SCMP_ACT_TRACE", SECCOMP_RET_TRACE},
    Word<std::uint32_t>{"SCMP_ACT_LOG", SECCOMP_RET_LOG},
    Word<std::uint32_t>{"SCMP_ACT_ALLOW", SECCOMP_RET_ALLOW},
};

constexpr std::array kComparisons = {
    Word<Comparison>{"SCMP_CMP_NE", Comparison::NotEqual},
    Word<Comparison>{"SCMP_CMP_LT", Comparison::Less},
    Word<Comparison>{"SCMP_CMP_LE", Comparison::LessOrEqual},
    Word<Comparison>{"SCMP_CMP_EQ", Comparison::Equal},
    Word<Comparison>{"SCMP_CMP_GE", Comparison::GreaterOrEqual},
    Word<Comparison>{"SCMP_CMP_GT", Comparison::Greater},
    Word<Comparison>{"SCMP_CMP_MASKED_EQ", Comparison::MaskedEqual},
};

constexpr std::array kFlags = {
    Word<std::uint32_t>{"SECCOMP_FILTER_FLAG_TSYNC", SECCOMP_FILTER_FLAG_TSYNC},
    Word<std::uint32_t>{"SECCOMP_FILTER_FLAG_LOG", SECCOMP_FILTER_FLAG_LOG},
    Word<std::uint32_t>{"SECCOMP_FILTER_FLAG_SPEC_ALLOW", SECCOMP_FILTER_FLAG_SPEC_ALLOW},
    Word<std::uint32_t>{"SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV",
                        SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV},
};

template <class Value, std::size_t n>
Value value_of(const std::array<Word<Value>, n>& table, std::string_view word) {
  // spec::check has refused every other word.
  return std::ranges::find(table, word, &Word<Value>::word)->value;
}

bool carries_number(std::uint32_t action) {
  return action == SECCOMP_RET_ERRNO || action == SECCOMP_RET_TRACE;
}

Result<std::uint32_t> plan_action(const std::string& word,
                                  const std::optional<std::uint32_t>& asked,
                                  const std::string& pointer) {
  std::uint32_t action = value_of(kActions, word);
  if (!carries_number(action)) return action;
  const std::uint32_t number = asked.value_or(EPERM);
  // The kernel makes a larger errno the largest that a call can return (MAX_ERRNO).
  const std::uint32_t highest = action == SECCOMP_RET_ERRNO ? 4095 : SECCOMP_RET_DATA;
  if (number > highest)
    return Error::refused(format("{}: {} is not from 0 to {}", pointer, number, highest));
  return action | number;
}

ArgumentTest plan_test(const spec::SyscallArgument& asked) {
  ArgumentTest test;
  test.index = asked.index;
  test.comparison = value_of(kComparisons, asked.op);
  test.value = asked.value;
  if (test.comparison != Comparison::MaskedEqual) return test;
  test.mask = asked.value;
  test.value = asked.value_two & asked.value;
  return test;
}

bool has_argument_twice(const std::vector<ArgumentTest>& tests) {
  unsigned seen = 0;
  for (const ArgumentTest& test : tests) {
    if ((seen >> test.index & 1) != 0) return true;
    seen |= 1U << test.index;
  }
  return false;
}

// Tests of one argument among each other are alternatives, as in every peer since Docker's first
// profile: {index 0, == 1} and {index 0, == 2} in one entry mean either.
void add_rules(std::vector<SyscallRule>& rules, SyscallRule rule) {
  if (!has_argument_twice(rule.tests)) {
    rules.push_back(std::move(rule));
    return;
  }
  for (const ArgumentTest& test : rule.tests) {
    SyscallRule alternative = rule;
    alternative.tests = {test};
    rules.push_back(std::move(alternative));
  }
}

Result<std::uint32_t> plan_flags(const spec::Seccomp& asked, bool notifies,
                                 std::vector<std::string>& warnings) {
  // runc's default: the filter is no reason to slow every load down (Spectre v4).
  if (!asked.flags) return SECCOMP_FILTER_FLAG_SPEC_ALLOW;
  std::uint32_t flags = 0;
  for (std::size_t i = 0; i < asked.flags->size(); ++i) {
    const std::string& word = (*asked.flags)[i];
    const std::uint32_t flag = filter_flag(word);
    // The kernel refuses it without a listener.
    if (flag == SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV && !notifies)
      warnings.push_back(
          format("{}/flags/{}: {} has no effect: no rule notifies", kPointer, i, word));
    else
      flags |= flag;
  }
  return flags;
}

Result<void> check_listener(const spec::Seccomp& asked, const Seccomp& planned) {
  if (planned.default_action == SECCOMP_RET_USER_NOTIF)
    return Error::refused(format(
        "{}/defaultAction: SCMP_ACT_NOTIFY would leave even the calls of the runtime itself to the "
        "listener",
        kPointer));
  auto notifying =
      std::ranges::find(planned.rules, std::uint32_t{SECCOMP_RET_USER_NOTIF}, &SyscallRule::action);
  if (notifying == planned.rules.end() || !asked.listener_path.empty()) return {};
  return Error::refused(format("{}/syscalls/{}/action: SCMP_ACT_NOTIFY needs {}/listenerPath",
                               kPointer, notifying->entry, kPointer));
}

Result<Seccomp> finished_filter(std::string_view data) {
  auto bytes = from_base64(data);
  // struct sock_filter is 8 bytes on every architecture.
  if (!bytes || bytes->empty() || bytes->size() % 8 != 0 || bytes->size() / 8 > BPF_MAXINSNS)
    return Error::refused(format("{}: is not from 1 to {} instructions of BPF in base64",
                                 annotation_pointer(spec::annotations::kSeccompBpfData),
                                 BPF_MAXINSNS));
  Seccomp planned;
  planned.program = std::move(*bytes);
  return planned;
}

}  // namespace

bool Seccomp::notifies() const {
  return default_action == SECCOMP_RET_USER_NOTIF ||
         std::ranges::find(rules, std::uint32_t{SECCOMP_RET_USER_NOTIF}, &SyscallRule::action) !=
             rules.end();
}

std::uint32_t Seccomp::all_flags() const {
  if (!notifies()) return flags;
  std::uint32_t all = flags | SECCOMP_FILTER_FLAG_NEW_LISTENER;
  // Both give back a number, so the kernel takes the two together only with this third (Linux 5.7).
  if ((all & SECCOMP_FILTER_FLAG_TSYNC) != 0) all |= SECCOMP_FILTER_FLAG_TSYNC_ESRCH;
  return all;
}

Result<Seccomp> plan_seccomp(const spec::Seccomp& asked, std::vector<std::string>& warnings) {
  Seccomp planned;
  planned.default_action = TRY(plan_action(asked.default_action, asked.default_errno_ret,
                                           format("{}/defaultErrnoRet", kPointer)));
  planned.architectures = asked.architectures;
  for (std::size_t i = 0; i < asked.syscalls.size(); ++i) {
    const spec::Syscall& entry = asked.syscalls[i];
    SyscallRule rule = {.names = entry.names, .entry = i};
    rule.action = TRY(
        plan_action(entry.action, entry.errno_ret, format("{}/syscalls/{}/errnoRet", kPointer, i)));
    for (const spec::SyscallArgument& argument : entry.args)
      rule.tests.push_back(plan_test(argument));
    add_rules(planned.rules, std::move(rule));
  }
  TRY(check_listener(asked, planned));
  planned.flags = TRY(plan_flags(asked, planned.notifies(), warnings));
  // config-linux.md, "Seccomp": without SCMP_ACT_NOTIFY "this value is ignored".
  if (!planned.notifies()) return planned;
  planned.listener_path = asked.listener_path;
  planned.listener_metadata = asked.listener_metadata;
  return planned;
}

Result<std::optional<Seccomp>> plan_filter(const spec::Config& config,
                                           std::vector<std::string>& warnings) {
  namespace annotations = spec::annotations;
  const auto& profile = config.linux_section.seccomp;
  const std::string* data = find_annotation(config.annotations, annotations::kSeccompBpfData);
  std::optional<Seccomp> planned;
  if (data != nullptr && !data->empty()) {
    planned = TRY(finished_filter(*data));
    if (profile)
      warnings.push_back(format("{}: is not used, for {} holds the filter", kPointer,
                                annotation_pointer(annotations::kSeccompBpfData)));
    return planned;
  }
  auto receiver = TRY(annotated_path(config.annotations, annotations::kSeccompReceiver));
  const bool refuse_unknown =
      TRY(annotated_switch(config.annotations, annotations::kSeccompFailUnknown));
  if (!profile) return planned;
  spec::Seccomp asked = *profile;
  if (asked.listener_path.empty()) asked.listener_path = std::move(receiver);
  planned = TRY(plan_seccomp(asked, warnings));
  planned->refuse_unknown = refuse_unknown;
  return planned;
}

std::uint32_t filter_flag(std::string_view word) {
  return value_of(kFlags, word);
}

std::string describe_action(std::uint32_t action) {
  const std::uint32_t plain = action & SECCOMP_RET_ACTION_FULL;
  const std::uint32_t number = action & SECCOMP_RET_DATA;
  const auto* known = std::ranges::find(kActions, plain, &Word<std::uint32_t>::value);
  if (known == kActions.end()) return format("action {:#x}", action);
  if (!carries_number(plain)) return std::string(known->word);
  const char* name = ::strerrorname_np(static_cast<int>(number));
  if (plain == SECCOMP_RET_TRACE || name == nullptr) return format("{} ({})", known->word, number);
  return format("{} ({})", known->word, name);
}

std::string describe_test(const ArgumentTest& test) {
  constexpr std::array<std::string_view, 7> kSigns = {"!=", "<", "<=", "==", ">=", ">", "=="};
  std::string argument = format("arg{}", test.index);
  if (test.comparison == Comparison::MaskedEqual) argument += format(" & {:#x}", test.mask);
  return format("{} {} {:#x}", argument, kSigns[static_cast<std::size_t>(test.comparison)],
                test.value);
}

}  // namespace hull::plan
