// SPDX-License-Identifier: Apache-2.0
#include "seccomp/program.h"

#include <doctest/doctest.h>
#include <linux/audit.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "base/text.h"
#include "kit/skip.h"
#include "profiles.h"
#include "seccomp/interpreter.h"
#include "seccomp/syscalls.h"
#include "spec/codec.h"

namespace hull::seccomp {
namespace {

constexpr std::uint64_t kSeed = 20261125;

std::string shown(const seccomp_data& call) {
  return hull::format("arch {:#x} nr {:#x} args {:#x} {:#x} {:#x}", call.arch,
                      static_cast<std::uint32_t>(call.nr), call.args[0], call.args[1],
                      call.args[2]);
}

/// libseccomp's own program for a profile, exported; empty where it would not take a rule.
Program by_libseccomp(const spec::Seccomp& profile) {
  std::vector<std::string> warnings;
  auto planned = plan::plan_seccomp(profile, warnings);
  REQUIRE(planned);
  scmp_filter_ctx context =
      ::seccomp_init(planned->default_action == SECCOMP_RET_KILL_PROCESS ? SCMP_ACT_KILL_PROCESS
                                                                         : planned->default_action);
  REQUIRE(context != nullptr);
  bool taken = ::seccomp_attr_set(context, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0;
  for (const std::string& name : profile.architectures) {
    const int added = ::seccomp_arch_add(context, find_architecture(name)->token);
    taken = taken && (added == 0 || added == -EEXIST);
  }
  for (const plan::SyscallRule& rule : planned->rules)
    for (const std::string& name : rule.names) {
      const int number = ::seccomp_syscall_resolve_name(name.c_str());
      if (number == __NR_SCMP_ERROR || rule.action == planned->default_action) continue;
      std::vector<scmp_arg_cmp> tests;
      for (const plan::ArgumentTest& test : rule.tests) {
        constexpr scmp_compare kOperators[] = {SCMP_CMP_NE,       SCMP_CMP_LT, SCMP_CMP_LE,
                                               SCMP_CMP_EQ,       SCMP_CMP_GE, SCMP_CMP_GT,
                                               SCMP_CMP_MASKED_EQ};
        const bool masked = test.comparison == plan::Comparison::MaskedEqual;
        tests.push_back({test.index, kOperators[static_cast<std::size_t>(test.comparison)],
                         masked ? test.mask : test.value, masked ? test.value : 0});
      }
      taken =
          taken && ::seccomp_rule_add_array(context, rule.action, number,
                                            static_cast<unsigned>(tests.size()), tests.data()) == 0;
    }
  Program program;
  const int file = ::memfd_create("program", MFD_CLOEXEC);
  if (taken && ::seccomp_export_bpf(context, file) == 0) {
    program.resize(static_cast<std::size_t>(::lseek(file, 0, SEEK_END)) / sizeof(sock_filter));
    const auto size = static_cast<ssize_t>(program.size() * sizeof(sock_filter));
    REQUIRE(::pread(file, program.data(), static_cast<std::size_t>(size), 0) == size);
  }
  ::close(file);
  ::seccomp_release(context);
  return program;
}

/// libseccomp leaves open which of several rules on one call decides, and compares what goes
/// through another call in its own way. Where the first rule is on a call that the machine lacks,
/// 2.5.4 forgets to load the number and compares the architecture with numbers.
spec::Seccomp without_overlaps(spec::Seccomp profile) {
  std::set<std::string> seen;
  std::erase_if(profile.architectures, [](const std::string& name) {
    return name != "SCMP_ARCH_X86_64" && name != "SCMP_ARCH_AARCH64" && name != "SCMP_ARCH_X32";
  });
  for (spec::Syscall& rule : profile.syscalls) {
    std::erase_if(rule.names, [&](const std::string& name) {
      return ::seccomp_syscall_resolve_name(name.c_str()) < 0 || !seen.insert(name).second;
    });
    if (rule.args.size() > 1) rule.args.resize(1);
  }
  std::erase_if(profile.syscalls, [](const spec::Syscall& rule) { return rule.names.empty(); });
  return profile;
}

}  // namespace

TEST_CASE("a program's verdict is what the profile says, whatever the profile and the call") {
  Random random(kSeed);
  std::set<std::uint32_t> verdicts;
  std::size_t calls = 0;
  for (int i = 0; i < 600; ++i) {
    const spec::Seccomp profile = random_profile(random);
    const Outcome outcome = resolved(profile);
    REQUIRE_FALSE(outcome.said.starts_with("refused"));
    auto program = compile(outcome.ruleset);
    REQUIRE(program);
    for (int j = 0; j < 60; ++j) {
      const seccomp_data call = random_call(random, profile);
      const std::uint32_t expected = verdict(profile, call);
      CAPTURE(spec::encode(profile));
      CAPTURE(shown(call));
      REQUIRE(interpret(*program, call) == expected);
      REQUIRE(decide(outcome.ruleset, call).action == expected);
      verdicts.insert(expected & 0xffff0000);
      ++calls;
    }
  }
  CHECK(calls == 36000);
  // Every kind of verdict came up: a generator that makes the same call over and over finds
  // nothing.
  CHECK(verdicts.size() == 7);
}

TEST_CASE("libseccomp's program for a profile without overlaps says the same") {
  if (native_architecture().name != "SCMP_ARCH_X86_64") return kit::skip("x86_64");
  Random random(kSeed + 1);
  std::size_t compared = 0;
  for (int i = 0; i < 150; ++i) {
    const spec::Seccomp profile = without_overlaps(random_profile(random));
    const Program theirs = by_libseccomp(profile);
    if (theirs.empty()) continue;
    const Outcome outcome = resolved(profile);
    auto ours = compile(outcome.ruleset);
    REQUIRE(ours);
    for (int j = 0; j < 60; ++j) {
      const seccomp_data call = random_call(random, profile);
      const Verdict here = decide(outcome.ruleset, call);
      // Theirs knows no new calls.
      if (here.reason == Reason::Newer) continue;
      CAPTURE(spec::encode(profile));
      CAPTURE(shown(call));
      auto there = interpret(theirs, call);
      REQUIRE(there);
      REQUIRE(interpret(*ours, call) == *there);
      ++compared;
    }
  }
  CHECK(compared > 2000);
}

TEST_CASE("every call number of a profile with gaps gets its own verdict") {
  const spec::Seccomp profile = profile_of(R"({
    "defaultAction": "SCMP_ACT_ERRNO", "architectures": ["SCMP_ARCH_X86"],
    "syscalls": [
      {"names": ["read", "write", "open", "close", "exit_group", "mseal"], "action": "SCMP_ACT_ALLOW"},
      {"names": ["ioctl"], "action": "SCMP_ACT_KILL",
       "args": [{"index": 1, "value": 21522, "op": "SCMP_CMP_EQ"}]}]})");
  const Outcome outcome = resolved(profile);
  auto program = compile(outcome.ruleset);
  REQUIRE(program);
  for (std::uint32_t audit : {std::uint32_t{AUDIT_ARCH_X86_64}, std::uint32_t{AUDIT_ARCH_I386}})
    for (int number = -2; number < 700; ++number) {
      seccomp_data call = {};
      call.nr = number;
      call.arch = audit;
      CAPTURE(shown(call));
      CHECK(interpret(*program, call) == verdict(profile, call));
      call.args[1] = 21522;
      CHECK(interpret(*program, call) == verdict(profile, call));
    }
}

TEST_CASE("neighbours that share a verdict cost one step") {
  // All of 0-334 but one.
  spec::Seccomp profile = profile_of(R"({"defaultAction": "SCMP_ACT_ERRNO", "syscalls": [
    {"names": ["x"], "action": "SCMP_ACT_ALLOW"}]})");
  profile.syscalls[0].names.clear();
  const Architecture& architecture = *find_architecture("SCMP_ARCH_X86_64");
  for (std::uint32_t number = 0; number < 335; ++number)
    if (auto name = name_of(architecture, number); name && name != "mount")
      profile.syscalls[0].names.push_back(*name);
  auto program = compile(resolved(profile).ruleset);
  REQUIRE(program);
  if (native_architecture().name == "SCMP_ARCH_X86_64") CHECK(program->size() < 20);
}

TEST_CASE("a jump over more than 255 instructions is made in two steps") {
  // Each call has tests of its own, so that nothing is shared.
  spec::Seccomp profile = profile_of(R"({"defaultAction": "SCMP_ACT_ERRNO"})");
  Random random(kSeed);
  std::uint64_t value = 0;
  for (const std::string& name : names_of(native_architecture()))
    if (profile.syscalls.size() < 200)
      profile.syscalls.push_back({.names = {name},
                                  .action = "SCMP_ACT_ALLOW",
                                  .args = {{.index = 0, .value = ++value, .op = "SCMP_CMP_EQ"}}});
  const Outcome outcome = resolved(profile);
  auto program = compile(outcome.ruleset);
  REQUIRE(program);
  CHECK(program->size() > 1000);
  for (std::uint32_t number = 0; number < 470; ++number)
    for (std::uint64_t argument : {std::uint64_t{0}, std::uint64_t{number}, value / 2}) {
      seccomp_data call = {};
      call.nr = static_cast<int>(native_architecture().base + number);
      call.arch = native_architecture().audit;
      call.args[0] = argument;
      CHECK(interpret(*program, call) == verdict(profile, call));
    }
}

TEST_CASE("a program that the kernel would not take is refused") {
  spec::Seccomp profile = profile_of(R"({"defaultAction": "SCMP_ACT_ERRNO"})");
  for (std::uint64_t i = 0; i < 1100; ++i)
    profile.syscalls.push_back({.names = {"read"},
                                .action = "SCMP_ACT_ALLOW",
                                .args = {{.index = 0, .value = i, .op = "SCMP_CMP_GT"}}});
  auto program = compile(resolved(profile).ruleset);
  REQUIRE_FALSE(program);
  CHECK(program.error().message().starts_with("/linux/seccomp: its filter has "));
}

TEST_CASE("a program comes out of its bytes as it went in, and nothing else does") {
  const Program program = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 4), BPF_STMT(BPF_RET | BPF_K, 7)};
  const std::string bytes = bytes_of(program);
  auto read = program_of(bytes);
  REQUIRE(read);
  CHECK(bytes_of(*read) == bytes);
  CHECK((*read)[1].k == 7);
  CHECK_FALSE(program_of(""));
  CHECK_FALSE(program_of(bytes.substr(1)));
  CHECK_FALSE(program_of(std::string((BPF_MAXINSNS + 1) * sizeof(sock_filter), '\0')));
}

}  // namespace hull::seccomp
