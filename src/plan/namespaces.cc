// SPDX-License-Identifier: Apache-2.0
#include "plan/namespaces.h"

#include <linux/capability.h>
#include <linux/sched.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hull::plan {
namespace {

struct Type {
  std::string_view word;
  int flag;
};

// In the order of joining. The user namespace first: membership in it gives the right to join those
// that it owns. The mount namespace last: the others are independent of the root it brings.
constexpr std::array kTypes = {
    Type{"user", CLONE_NEWUSER},     Type{"pid", CLONE_NEWPID},  Type{"network", CLONE_NEWNET},
    Type{"ipc", CLONE_NEWIPC},       Type{"uts", CLONE_NEWUTS},  Type{"time", CLONE_NEWTIME},
    Type{"cgroup", CLONE_NEWCGROUP}, Type{"mount", CLONE_NEWNS},
};

std::size_t rank(int flag) {
  return static_cast<std::size_t>(std::ranges::find(kTypes, flag, &Type::flag) - kTypes.begin());
}

std::vector<std::string> words() {
  std::vector<std::string> all;
  for (const Type& type : kTypes) all.emplace_back(type.word);
  return all;
}

Error unknown_type(std::size_t index, const std::string& word) {
  Error error = Error::refused(
      format("/linux/namespaces/{}/type: '{}' is not a type of namespace", index, word));
  std::optional<std::string> near = nearest(word, words());
  if (!near) return error;
  return std::move(error).hint(format("'{}' is", *near));
}

// time_namespaces(7): only these two clocks have offsets, and only a namespace without a process in
// it takes them.
Result<void> plan_time_offsets(const spec::Linux& asked, Namespaces& namespaces) {
  if (asked.time_offsets.empty()) return {};
  if (!namespaces.creates(CLONE_NEWTIME))
    return Error::refused("/linux/timeOffsets: needs a new time namespace in /linux/namespaces");
  for (const auto& [clock, offset] : asked.time_offsets) {
    if (clock != "monotonic" && clock != "boottime")
      return Error::refused(
          format("/linux/timeOffsets: '{}' is not a clock; 'monotonic' and 'boottime' are", clock));
    if (offset.nanosecs >= 1'000'000'000)
      return Error::refused(format("/linux/timeOffsets/{}/nanosecs: {} is not below 1000000000",
                                   clock, offset.nanosecs));
    namespaces.time_offsets.push_back({clock, offset.secs, offset.nanosecs});
  }
  return {};
}

bool needs_stage(const Namespaces& namespaces) {
  for (int type : {CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWTIME})
    if (namespaces.joins(type)) return true;
  const bool user_over_joined = namespaces.creates(CLONE_NEWUSER) && !namespaces.join.empty();
  // In a user namespace of its own init has the power to make its time namespace itself.
  return user_over_joined ||
         (!namespaces.time_offsets.empty() && !namespaces.creates(CLONE_NEWUSER));
}

}  // namespace

const JoinedNamespace* Namespaces::joined(int type) const {
  auto found = std::ranges::find(join, type, &JoinedNamespace::type);
  return found == join.end() ? nullptr : &*found;
}

int namespace_flag(std::string_view word) {
  const auto* type = std::ranges::find(kTypes, word, &Type::word);
  return type == kTypes.end() ? 0 : type->flag;
}

std::string lack(const Namespaces& namespaces, int type) {
  if (namespaces.has(type)) return "";
  const std::string_view word = namespace_word(static_cast<std::uint64_t>(type));
  const std::string_view article = word == "ipc" ? "an" : "a";
  std::string text = format("needs {} {} namespace in /linux/namespaces", article, word);
  const JoinedNamespace* hosts = namespaces.joined(type);
  return hosts ? text + format(" that is not the host's, as '{}' is", hosts->path) : text;
}

std::string_view namespace_word(std::uint64_t type) {
  for (const Type& known : kTypes)
    if (static_cast<std::uint64_t>(known.flag) == type) return known.word;
  return "";
}

Result<void> check_powers(const Facts& facts, const Namespaces& namespaces) {
  if (facts.has_capability(CAP_SYS_ADMIN) || namespaces.has(CLONE_NEWUSER)) return {};
  return Error::refused(
             "/linux/namespaces: without a user namespace it takes root, and the caller has no "
             "CAP_SYS_ADMIN")
      .hint("`hull spec --rootless` writes a config.json that has one");
}

Result<Namespaces> plan_namespaces(const Request& request) {
  const spec::Linux& asked = request.config.linux_section;
  Namespaces namespaces;
  for (std::size_t i = 0; i < asked.namespaces.size(); ++i) {
    const spec::Namespace& one = asked.namespaces[i];
    const auto* type = std::ranges::find(kTypes, std::string_view(one.type), &Type::word);
    if (type == kTypes.end()) return unknown_type(i, one.type);
    if (namespaces.creates(static_cast<std::uint64_t>(type->flag)) || namespaces.joins(type->flag))
      return Error::refused(format("/linux/namespaces/{}/type: '{}' is there twice", i, one.type));
    if (one.path.empty())
      namespaces.create |= static_cast<std::uint64_t>(type->flag);
    else
      namespaces.join.push_back(
          {.type = type->flag,
           .path = one.path,
           .is_hosts = (request.facts.own_by_path & static_cast<std::uint64_t>(type->flag)) != 0});
  }
  std::ranges::sort(namespaces.join, {}, [](const JoinedNamespace& n) { return rank(n.type); });
  TRY(plan_time_offsets(asked, namespaces));
  namespaces.stage = needs_stage(namespaces);
  return namespaces;
}

}  // namespace hull::plan
