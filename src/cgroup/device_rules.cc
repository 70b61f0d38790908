// SPDX-License-Identifier: Apache-2.0
#include "cgroup/device_rules.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/text.h"

namespace hull::cgroup {
namespace {

// What a rule says, and of which types.
struct Rule {
  bool block = true;
  bool character = true;
  DeviceException exception;
};

// Making nodes is harmless as long as they cannot be opened.
const std::vector<DeviceException>& own_exceptions(char type) {
  static const DeviceException make_any = {.access = kMknod};
  static const std::vector<DeviceException> block = {make_any};
  static const std::vector<DeviceException> character = {
      make_any,
      {.major = 1, .minor = 3},     // null
      {.major = 1, .minor = 5},     // zero
      {.major = 1, .minor = 7},     // full
      {.major = 1, .minor = 8},     // random
      {.major = 1, .minor = 9},     // urandom
      {.major = 5, .minor = 0},     // tty
      {.major = 5, .minor = 2},     // ptmx
      {.major = 136},               // pts
      {.major = 10, .minor = 200},  // net/tun: missed by its users when runc 1.2.0 took it away
  };
  return type == 'b' ? block : character;
}

bool same_or_any(std::optional<std::uint32_t> wide, std::optional<std::uint32_t> narrow) {
  return !wide || wide == narrow;
}

// Whether every device that `narrow` speaks of is one that `wide` speaks of.
bool covers(const DeviceException& wide, const DeviceException& narrow) {
  return same_or_any(wide.major, narrow.major) && same_or_any(wide.minor, narrow.minor);
}

bool overlaps(const DeviceException& a, const DeviceException& b) {
  return (!a.major || !b.major || a.major == b.major) &&
         (!a.minor || !b.minor || a.minor == b.minor);
}

// Whether `policy` already gives `added`'s verdict on `access` (one bit), wherever `added` speaks.
bool says(const DeviceTypePolicy& policy, const DeviceException& added, unsigned access) {
  for (auto e = policy.exceptions.rbegin(); e != policy.exceptions.rend(); ++e) {
    if ((e->access & access) == 0 || !overlaps(*e, added)) continue;
    if (e->verdict != added.verdict) return false;
    if (covers(*e, added)) return true;
  }
  return policy.base == added.verdict;
}

// The accesses of `added` on which `policy` says something else.
unsigned unsaid(const DeviceTypePolicy& policy, const DeviceException& added) {
  unsigned open = 0;
  for (unsigned access : {kMknod, kRead, kWrite})
    if ((added.access & access) != 0 && !says(policy, added, access)) open |= access;
  return open;
}

bool is_whole(const DeviceException& e) {
  return !e.major && !e.minor && e.access == kAnyAccess;
}

void add(DeviceTypePolicy& policy, const DeviceException& added) {
  if (is_whole(added)) {
    policy = {.base = added.verdict, .exceptions = {}};
    return;
  }
  DeviceException news = added;
  news.access = unsaid(policy, added);
  if (news.access == 0) return;
  // An allowed device keeps its whole access, so that devices.list shows what was asked for.
  if (added.verdict == Verdict::Allow) news.access = added.access;
  for (DeviceException& e : policy.exceptions)
    if (covers(news, e)) e.access &= ~news.access;
  std::erase_if(policy.exceptions, [](const DeviceException& e) { return e.access == 0; });
  // Without what it contradicted it may have less left to say.
  const unsigned left = unsaid(policy, news);
  if (added.verdict == Verdict::Deny) news.access = left;
  if (left != 0) policy.exceptions.push_back(news);
}

Result<std::optional<std::uint32_t>> parse_number(std::optional<std::int64_t> number) {
  if (!number || *number == -1) return std::optional<std::uint32_t>();
  if (*number < 0 || *number > std::numeric_limits<std::uint32_t>::max())
    return Error::refused(format("{} is no device number", *number));
  return std::optional<std::uint32_t>(static_cast<std::uint32_t>(*number));
}

Result<unsigned> parse_access(std::string_view letters) {
  unsigned access = 0;
  for (char letter : letters) {
    if (letter == 'r')
      access |= kRead;
    else if (letter == 'w')
      access |= kWrite;
    else if (letter == 'm')
      access |= kMknod;
    else
      return Error::refused(format("'{}' is not made of the letters r, w and m", letters));
  }
  return access == 0 ? unsigned{kAnyAccess} : access;
}

Result<Rule> parse(const spec::DeviceRule& asked, std::size_t index) {
  auto at = [&](std::string_view member) {
    return format("/linux/resources/devices/{}/{}", index, member);
  };
  Rule rule;
  if (asked.type == "b" || asked.type == "c") {
    rule.block = asked.type == "b";
    rule.character = asked.type == "c";
  } else if (asked.type != "a" && !asked.type.empty()) {
    return Error::refused(at("type") + format(": '{}' is not one of a, b and c", asked.type));
  }
  rule.exception.verdict = asked.allow ? Verdict::Allow : Verdict::Deny;
  rule.exception.major = TRY(parse_number(asked.major).context([&] { return at("major"); }));
  rule.exception.minor = TRY(parse_number(asked.minor).context([&] { return at("minor"); }));
  rule.exception.access = TRY(parse_access(asked.access).context([&] { return at("access"); }));
  rule.exception.rule = index;
  return rule;
}

DeviceTypePolicy type_policy(const std::vector<Rule>& rules, char type) {
  DeviceTypePolicy policy;
  auto add_own = [&] {
    for (const DeviceException& own : own_exceptions(type)) add(policy, own);
  };
  add_own();
  for (const Rule& rule : rules) {
    if (!(type == 'b' ? rule.block : rule.character)) continue;
    add(policy, rule.exception);
    if (is_whole(rule.exception) && rule.exception.verdict == Verdict::Deny) add_own();
  }
  return policy;
}

std::string describe(char type, const DeviceException& e) {
  auto number = [](std::optional<std::uint32_t> n) { return n ? std::to_string(*n) : "*"; };
  std::string text = format("{} {}:{} ", type, number(e.major), number(e.minor));
  if (e.access & kRead) text += 'r';
  if (e.access & kWrite) text += 'w';
  if (e.access & kMknod) text += 'm';
  return text;
}

// "Deny c 10:229 rwm" (Docker writes it) is an exception from our own "make any node", which v1 has
// no words for. A node that cannot be opened does no harm.
DeviceTypePolicy without_mknod_denials(DeviceTypePolicy policy) {
  if (policy.base == Verdict::Allow) return policy;
  for (DeviceException& e : policy.exceptions)
    if (e.verdict == Verdict::Deny) e.access &= ~unsigned{kMknod};
  std::erase_if(policy.exceptions, [](const DeviceException& e) { return e.access == 0; });
  return policy;
}

// The exception of `policy` that can't be one from default `all`, or null.
const DeviceException* obstacle(const DeviceTypePolicy& policy, Verdict all) {
  for (const DeviceException& e : policy.exceptions)
    if (policy.base != all || e.verdict == all) return &e;
  return nullptr;
}

struct Write {
  // The config's rule it comes from; our own come last.
  std::size_t rule;
  std::string text;
};

void list(std::vector<Write>& writes, char type, const DeviceTypePolicy& policy, Verdict all) {
  constexpr std::size_t kOwn = std::numeric_limits<std::size_t>::max();
  if (policy.base != all) writes.push_back({kOwn, describe(type, DeviceException{})});
  for (const DeviceException& e : policy.exceptions)
    writes.push_back({e.rule.value_or(kOwn), describe(type, e)});
}

}  // namespace

Result<DevicePolicy> device_policy(const std::vector<spec::DeviceRule>& rules) {
  std::vector<Rule> parsed;
  for (const spec::DeviceRule& asked : rules) {
    Rule rule = TRY(parse(asked, parsed.size()));
    parsed.push_back(rule);
  }
  return DevicePolicy{.block = type_policy(parsed, 'b'), .character = type_policy(parsed, 'c')};
}

bool permits(const DevicePolicy& policy, char type, std::uint32_t major, std::uint32_t minor,
             unsigned access) {
  const DeviceTypePolicy& of_type = type == 'b' ? policy.block : policy.character;
  unsigned open = access;
  for (auto e = of_type.exceptions.rbegin(); e != of_type.exceptions.rend(); ++e) {
    if (!same_or_any(e->major, major) || !same_or_any(e->minor, minor)) continue;
    if (e->verdict == Verdict::Deny) {
      if ((open & e->access) != 0) return false;
      continue;
    }
    open &= ~e->access;
    if (open == 0) return true;
  }
  return of_type.base == Verdict::Allow;
}

bool permits_everything(const DevicePolicy& policy) {
  auto everything = [](const DeviceTypePolicy& of_type) {
    return of_type.base == Verdict::Allow && of_type.exceptions.empty();
  };
  return everything(policy.block) && everything(policy.character);
}

Result<DeviceWrites> legacy_device_writes(const DevicePolicy& asked) {
  const DevicePolicy policy = {.block = without_mknod_denials(asked.block),
                               .character = without_mknod_denials(asked.character)};
  const DeviceException* stuck = nullptr;
  for (Verdict all : {Verdict::Allow, Verdict::Deny}) {
    stuck = obstacle(policy.block, all);
    if (stuck == nullptr) stuck = obstacle(policy.character, all);
    if (stuck != nullptr) continue;
    std::vector<Write> listed;
    list(listed, 'b', policy.block, all);
    list(listed, 'c', policy.character, all);
    // They are all of one verdict, so any order does; this is the one that readers of devices.list
    // look for: the config's own, then ours.
    std::ranges::stable_sort(listed, {}, &Write::rule);
    DeviceWrites writes{.all = all, .exceptions = {}};
    for (Write& write : listed) writes.exceptions.push_back(std::move(write.text));
    return writes;
  }
  std::string where = stuck->rule ? format("/linux/resources/devices/{}", *stuck->rule)
                                  : std::string("/linux/resources/devices");
  return Error::refused(
      where + ": is an exception from an exception, which cgroup v1 devices.* cannot express");
}

std::optional<std::size_t> particular_denial(const std::vector<spec::DeviceRule>& rules) {
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (!rules[i].allow && (rules[i].major || rules[i].minor)) return i;
  return std::nullopt;
}

}  // namespace hull::cgroup
