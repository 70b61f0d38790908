// SPDX-License-Identifier: Apache-2.0
// The documents that `events` prints, a line each: schema/events.json. Values. The order of the
// members is the peers', on which scripts rely.
#pragma once

#include <optional>
#include <string>

#include "cgroup/oom.h"
#include "cgroup/stats.h"
#include "host/rdt_stats.h"
#include "spec/fields.h"

namespace hull::life {

/// One document: the members of the first are its own.
struct Used {
  cgroup::Stats cgroup;
  std::optional<host::RdtStats> intel_rdt;
};

/// What a container has used by now.
struct StatsEvent {
  std::string type = "stats";
  std::string id;
  Used data;
};

/// The container's memory ran out. The peers' event has no data.
struct OomEvent {
  std::string type = "oom";
  std::string id;
  cgroup::OutOfMemory data;
};

/// The members, once: see spec/fields.h.
void fields(spec::Fields& f, Used& used);
void fields(spec::Fields& f, StatsEvent& event);
void fields(spec::Fields& f, OomEvent& event);

}  // namespace hull::life
