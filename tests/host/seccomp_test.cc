// SPDX-License-Identifier: Apache-2.0
#include "host/seccomp.h"

#include <doctest/doctest.h>
#include <linux/seccomp.h>

#include <set>

#include "kit/namespaces.h"
#include "seccomp/ruleset.h"

namespace hull::host {
namespace {

plan::Seccomp profile_of(std::vector<plan::SyscallRule> rules) {
  plan::Seccomp profile = {.default_action = SECCOMP_RET_ALLOW};
  profile.rules = std::move(rules);
  return profile;
}

plan::SyscallRule rule_on(std::vector<std::string> names, std::uint32_t number = 1) {
  return {.names = std::move(names), .action = SECCOMP_RET_ERRNO | number};
}

bool same(const seccomp::Program& a, const seccomp::Program& b) {
  auto equal = [](const sock_filter& left, const sock_filter& right) {
    return left.code == right.code && left.jt == right.jt && left.jf == right.jf &&
           left.k == right.k;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), equal);
}

}  // namespace

TEST_CASE("a filter from the cache is the one that was compiled, warnings included") {
  kit::Directory root;
  const FilterCache cache(root.path(), "build");
  const plan::Seccomp profile = profile_of({rule_on({"read", "reed"}), rule_on({"write"}, 2)});
  auto compiled = make_filter(profile, cache);
  REQUIRE(compiled);
  CHECK(compiled->warnings.size() == 1);
  REQUIRE(cache.find(filter_key(profile)));
  auto cached = make_filter(profile, cache);
  REQUIRE(cached);
  CHECK(same(cached->program, compiled->program));
  CHECK(cached->warnings == compiled->warnings);
  std::vector<std::string> warnings;
  auto ruleset = seccomp::resolve(profile, warnings);
  REQUIRE(ruleset);
  auto anew = seccomp::compile(*ruleset);
  REQUIRE(anew);
  CHECK(same(cached->program, *anew));
}

TEST_CASE("a filter that cannot be kept is made all the same, and that is told") {
  kit::Directory root;
  auto made =
      make_filter(profile_of({rule_on({"read"})}), FilterCache(root.path("missing"), "build"));
  REQUIRE(made);
  CHECK_FALSE(made->program.empty());
  REQUIRE(made->warnings.size() == 1);
  CHECK(made->warnings[0].starts_with("the seccomp filter is not kept for the next container: "));
}

TEST_CASE("whatever shapes a filter is in its key") {
  const plan::Seccomp profile = profile_of({rule_on({"read", "write"})});
  std::vector<plan::Seccomp> others(10, profile);
  others[0].default_action = SECCOMP_RET_LOG;
  others[1].architectures = {"SCMP_ARCH_X32"};
  others[2].flags = SECCOMP_FILTER_FLAG_LOG;
  others[3].rules[0].action = SECCOMP_RET_ERRNO | 2;
  others[4].rules[0].names = {"readwrite"};
  others[5].rules[0].names = {"read"};
  others[6].rules[0].tests = {{.index = 1, .value = 1}};
  others[7].rules[0].tests = {{.index = 1, .value = 1, .mask = 1}};
  // Of one rule with two names, two with one.
  others[8].rules = {rule_on({"read"}), rule_on({"write"})};
  others[9].refuse_unknown = true;
  std::set<std::string> keys = {filter_key(profile)};
  for (const plan::Seccomp& other : others) keys.insert(filter_key(other));
  CHECK(keys.size() == 11);
  CHECK(filter_key(profile) == filter_key(profile_of({rule_on({"read", "write"})})));
}

TEST_CASE("a finished program is taken as it is, and not kept in the cache") {
  kit::Directory root;
  const FilterCache cache(root.path(), "build");
  plan::Seccomp profile;
  const seccomp::Program program = {{BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW}};
  profile.program = seccomp::bytes_of(program);
  auto made = make_filter(profile, cache);
  REQUIRE(made);
  CHECK(made->program.size() == 1);
  CHECK(same(made->program, program));
  CHECK_FALSE(cache.find(filter_key(profile)));
}

TEST_CASE("a flag that the kernel does not know is refused") {
  kit::Directory root;
  plan::Seccomp profile = profile_of({});
  profile.flags = 1U << 30;
  auto made = make_filter(profile, FilterCache(root.path(), "build"));
  REQUIRE_FALSE(made);
  CHECK(made.error().message() ==
        "/linux/seccomp/flags: this kernel does not know all of 0x40000000 (seccomp(2))");
}

}  // namespace hull::host
