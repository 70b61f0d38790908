// SPDX-License-Identifier: Apache-2.0
// The seccomp profile as decided: actions and tests as the kernel's numbers, system calls and
// architectures still by name, because their numbers are a table's (seccomp/). Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "spec/config.h"
#include "spec/linux.h"

namespace hull::plan {

/// How an argument is compared, as libseccomp's SCMP_CMP_* names it.
enum class Comparison { NotEqual, Less, LessOrEqual, Equal, GreaterOrEqual, Greater, MaskedEqual };

/// One test of one argument of a system call, as an unsigned number of the architecture's width.
struct ArgumentTest {
  /// From 0 to 5.
  unsigned index = 0;
  Comparison comparison = Comparison::Equal;
  std::uint64_t value = 0;
  /// MaskedEqual: the bits of both sides that count.
  std::uint64_t mask = ~std::uint64_t{0};
  bool operator==(const ArgumentTest&) const = default;
};

struct SyscallRule {
  std::vector<std::string> names;
  /// SECCOMP_RET_* with the errno, or a tracer's message, in its lower half (seccomp(2)).
  std::uint32_t action = 0;
  /// All must hold; no argument twice. Empty: the rule speaks of every call.
  std::vector<ArgumentTest> tests;
  /// Its entry of /linux/seccomp/syscalls. Several rules can come from one.
  std::size_t entry = 0;
};

struct Seccomp {
  std::uint32_t default_action = 0;
  /// "SCMP_ARCH_X86_64", as config names them; the machine's own need not be among them.
  std::vector<std::string> architectures;
  /// SECCOMP_FILTER_FLAG_* of seccomp(2), but for NEW_LISTENER.
  std::uint32_t flags = 0;
  std::vector<SyscallRule> rules;
  /// Who decides where an action is SECCOMP_RET_USER_NOTIF; without any, empty.
  std::string listener_path;
  std::string listener_metadata;
  /// A name that no architecture has is no slip but refused.
  bool refuse_unknown = false;
  /// A finished program, as the kernel's struct sock_filter, in the place of all above. Empty:
  /// none.
  std::string program;

  /// Whether any call is handed to a listener.
  bool notifies() const;
  /// `flags` and those that a listener takes.
  std::uint32_t all_flags() const;
};

/// The profile in the kernel's numbers. `asked` has passed spec::check. Refuses, by pointer, what
/// could not be enforced as it is written: an errno that no call can return, NOTIFY as the default
/// or without a listener. What has no effect is warned of.
Result<Seccomp> plan_seccomp(const spec::Seccomp& asked, std::vector<std::string>& warnings);

/// The filter of a container: /linux/seccomp with what crun's annotations say of it, or the program
/// that one of them holds; nothing when there is neither. Refused by their pointers, and as above.
Result<std::optional<Seccomp>> plan_filter(const spec::Config& config,
                                           std::vector<std::string>& warnings);

/// The number of a flag by its word, which must be one of the specification's.
std::uint32_t filter_flag(std::string_view word);

/// The word for an action with its number or errno behind it: "SCMP_ACT_ERRNO (EPERM)".
std::string describe_action(std::uint32_t action);

/// The test as config's operators would say it in C: "arg1 & 0x7e020000 == 0x0".
std::string describe_test(const ArgumentTest& test);

}  // namespace hull::plan
