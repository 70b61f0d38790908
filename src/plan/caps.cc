// SPDX-License-Identifier: Apache-2.0
#include "plan/caps.h"

#include <linux/sched.h>

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <vector>

#include "base/text.h"

namespace hull::plan {
namespace {

constexpr std::array<std::string_view, 41> kNames = {
    "CAP_CHOWN",
    "CAP_DAC_OVERRIDE",
    "CAP_DAC_READ_SEARCH",
    "CAP_FOWNER",
    "CAP_FSETID",
    "CAP_KILL",
    "CAP_SETGID",
    "CAP_SETUID",
    "CAP_SETPCAP",
    "CAP_LINUX_IMMUTABLE",
    "CAP_NET_BIND_SERVICE",
    "CAP_NET_BROADCAST",
    "CAP_NET_ADMIN",
    "CAP_NET_RAW",
    "CAP_IPC_LOCK",
    "CAP_IPC_OWNER",
    "CAP_SYS_MODULE",
    "CAP_SYS_RAWIO",
    "CAP_SYS_CHROOT",
    "CAP_SYS_PTRACE",
    "CAP_SYS_PACCT",
    "CAP_SYS_ADMIN",
    "CAP_SYS_BOOT",
    "CAP_SYS_NICE",
    "CAP_SYS_RESOURCE",
    "CAP_SYS_TIME",
    "CAP_SYS_TTY_CONFIG",
    "CAP_MKNOD",
    "CAP_LEASE",
    "CAP_AUDIT_WRITE",
    "CAP_AUDIT_CONTROL",
    "CAP_SETFCAP",
    "CAP_MAC_OVERRIDE",
    "CAP_MAC_ADMIN",
    "CAP_SYSLOG",
    "CAP_WAKE_ALARM",
    "CAP_BLOCK_SUSPEND",
    "CAP_AUDIT_READ",
    "CAP_PERFMON",
    "CAP_BPF",
    "CAP_CHECKPOINT_RESTORE",
};

std::optional<unsigned> capability_number(const std::string& name) {
  auto find = [](std::string_view wanted) -> std::optional<unsigned> {
    const auto* known = std::ranges::find(kNames, wanted);
    if (known == kNames.end()) return std::nullopt;
    return static_cast<unsigned>(known - kNames.begin());
  };
  if (std::optional<unsigned> number = find(name)) return number;
  // libcap and older peers read small letters too.
  std::string capitals = name;
  for (char& c : capitals)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return find(capitals);
}

constexpr std::uint64_t first_bits(unsigned count) {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

// Reads names into masks and says each unknown name once, however many sets have it.
class Reader {
 public:
  explicit Reader(std::vector<std::string>& warnings) : warnings_(warnings) {}

  std::uint64_t read(const std::vector<std::string>& names, std::string_view set) {
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (std::optional<unsigned> number = capability_number(names[i]))
        mask |= std::uint64_t{1} << *number;
      else
        warn(names[i], set, i);
    }
    return mask;
  }

 private:
  void warn(const std::string& name, std::string_view set, std::size_t index) {
    if (std::ranges::find(seen_, name) != seen_.end()) return;
    seen_.push_back(name);
    std::string warning =
        format("/process/capabilities/{}/{}: '{}' is not a capability", set, index, name);
    if (std::optional<std::string> near = nearest(name, {kNames.begin(), kNames.end()}))
      warning += format("; '{}' is", *near);
    warnings_.push_back(std::move(warning));
  }

  std::vector<std::string>& warnings_;
  std::vector<std::string> seen_;
};

// Keeps what of `set` is in `possible`; the rest is named in a warning.
void restrict(std::uint64_t& set, std::uint64_t possible, std::string_view pointer,
              std::string_view why, std::vector<std::string>& warnings) {
  const std::uint64_t dropped = set & ~possible;
  if (dropped == 0) return;
  set &= possible;
  warnings.push_back(format("/process/capabilities{}: {} not given: {}", pointer,
                            describe_capabilities(dropped, ", "), why));
}

}  // namespace

std::span<const std::string_view> capability_names() {
  return kNames;
}

std::string describe_capabilities(std::uint64_t set, std::string_view separator) {
  std::string text;
  for (std::uint64_t rest = set; rest != 0; rest &= rest - 1) {
    const auto number = static_cast<unsigned>(std::countr_zero(rest));
    if (!text.empty()) text += separator;
    if (number < kNames.size())
      text += kNames[number];
    else
      text += format("{}", number);
  }
  return text;
}

Capabilities plan_capabilities(const Request& request, const Namespaces& namespaces) {
  Capabilities sets;
  if (!request.config.process || !request.config.process->capabilities) return sets;
  const spec::Capabilities& asked = *request.config.process->capabilities;
  std::vector<std::string>& warnings = request.warnings;
  Reader reader(warnings);
  sets.bounding = reader.read(asked.bounding, "bounding");
  sets.effective = reader.read(asked.effective, "effective");
  sets.permitted = reader.read(asked.permitted, "permitted");
  sets.inheritable = reader.read(asked.inheritable, "inheritable");
  sets.ambient = reader.read(asked.ambient, "ambient");

  std::uint64_t all =
      sets.bounding | sets.effective | sets.permitted | sets.inheritable | sets.ambient;
  const std::uint64_t known = first_bits(request.facts.last_capability + 1);
  restrict(all, known, "", "this kernel has no such capability", warnings);
  // Entering a user namespace gives every capability over it, user_namespaces(7).
  if (!namespaces.has(CLONE_NEWUSER))
    restrict(all, request.facts.held_capabilities, "", "the runtime does not have it", warnings);
  for (std::uint64_t* set :
       {&sets.bounding, &sets.effective, &sets.permitted, &sets.inheritable, &sets.ambient})
    *set &= all;

  restrict(sets.effective, sets.permitted, "/effective", "not in permitted", warnings);
  restrict(sets.inheritable, sets.bounding, "/inheritable", "not in bounding", warnings);
  restrict(sets.ambient, sets.permitted & sets.inheritable, "/ambient",
           "not in both permitted and inheritable", warnings);
  return sets;
}

}  // namespace hull::plan
