// SPDX-License-Identifier: Apache-2.0
#include "plan/limits.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hull::plan {
namespace {

struct Name {
  std::string_view name;
  int resource;
};

constexpr std::array kNames = {
    Name{"RLIMIT_AS", RLIMIT_AS},
    Name{"RLIMIT_CORE", RLIMIT_CORE},
    Name{"RLIMIT_CPU", RLIMIT_CPU},
    Name{"RLIMIT_DATA", RLIMIT_DATA},
    Name{"RLIMIT_FSIZE", RLIMIT_FSIZE},
    Name{"RLIMIT_LOCKS", RLIMIT_LOCKS},
    Name{"RLIMIT_MEMLOCK", RLIMIT_MEMLOCK},
    Name{"RLIMIT_MSGQUEUE", RLIMIT_MSGQUEUE},
    Name{"RLIMIT_NICE", RLIMIT_NICE},
    Name{"RLIMIT_NOFILE", RLIMIT_NOFILE},
    Name{"RLIMIT_NPROC", RLIMIT_NPROC},
    Name{"RLIMIT_RSS", RLIMIT_RSS},
    Name{"RLIMIT_RTPRIO", RLIMIT_RTPRIO},
    Name{"RLIMIT_RTTIME", RLIMIT_RTTIME},
    Name{"RLIMIT_SIGPENDING", RLIMIT_SIGPENDING},
    Name{"RLIMIT_STACK", RLIMIT_STACK},
};

Error unknown_name(const std::string& name, const std::string& origin) {
  Error error = Error::refused(format("{}/type: '{}' is not a resource limit", origin, name));
  std::vector<std::string> names;
  for (const Name& known : kNames) names.emplace_back(known.name);
  std::optional<std::string> near = nearest(name, names);
  if (!near) return error;
  return std::move(error).hint(format("'{}' is", *near));
}

}  // namespace

std::string_view limit_name(int resource) {
  const auto* known = std::ranges::find(kNames, resource, &Name::resource);
  return known == kNames.end() ? std::string_view() : known->name;
}

Result<std::vector<ResourceLimit>> plan_limits(const std::vector<spec::Rlimit>& asked) {
  std::vector<ResourceLimit> limits;
  limits.reserve(asked.size());
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const spec::Rlimit& limit = asked[i];
    const std::string origin = format("/process/rlimits/{}", i);
    const auto* known = std::ranges::find(kNames, std::string_view(limit.type), &Name::name);
    if (known == kNames.end()) return unknown_name(limit.type, origin);
    if (std::ranges::find(limits, known->resource, &ResourceLimit::resource) != limits.end())
      return Error::refused(format("{}/type: '{}' is there twice", origin, limit.type));
    if (limit.soft > limit.hard)
      return Error::refused(
          format("{}/soft: {} is above the hard limit {}", origin, limit.soft, limit.hard));
    limits.push_back({known->resource, limit.soft, limit.hard});
  }
  return limits;
}

}  // namespace hull::plan
