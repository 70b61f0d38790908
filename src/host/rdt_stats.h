// SPDX-License-Identifier: Apache-2.0
// What resctrl tells of a container's group (the kernel's Documentation/filesystems/resctrl.rst).
// The members and their names are runc's, on which scripts rely. Host side.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "host/rdt.h"
#include "spec/fields.h"
#include "sys/fd.h"

namespace hull::host {

/// info/L3: what can be asked of this host's caches. The mask is hexadecimal.
struct L3CacheInfo {
  std::string cbm_mask;
  std::uint64_t min_cbm_bits = 0;
  std::uint64_t num_closids = 0;
};

/// info/MB: what can be asked of its memory bandwidth, in percent.
struct MemBwInfo {
  std::uint64_t bandwidth_gran = 0;
  std::uint64_t delay_linear = 0;
  std::uint64_t min_bandwidth = 0;
  std::uint64_t num_closids = 0;
};

/// Of one cache domain, in bytes since the group was made; absent: the kernel has no count now.
struct MbmStats {
  std::optional<std::uint64_t> total_bytes;
  std::optional<std::uint64_t> local_bytes;
};

/// The same, in bytes now.
struct CmtStats {
  std::optional<std::uint64_t> llc_occupancy;
};

/// What the host does not have is empty. `…_root` is the default group's line, the other the
/// container's.
struct RdtStats {
  std::optional<L3CacheInfo> l3_cache_info;
  std::string l3_cache_schema_root;
  std::string l3_cache_schema;
  std::optional<MemBwInfo> mem_bw_info;
  std::string mem_bw_schema_root;
  std::string mem_bw_schema;
  /// Every line of the container's group.
  std::vector<std::string> schemata;
  /// One for each cache domain, in the order of their numbers, or none at all: of the container's
  /// monitoring group, or of its whole group when it has none.
  std::vector<MbmStats> mbm_stats;
  std::vector<CmtStats> cmt_stats;
};

/// The members, once: see spec/fields.h.
void fields(spec::Fields& f, L3CacheInfo& info);
void fields(spec::Fields& f, MemBwInfo& info);
void fields(spec::Fields& f, MbmStats& stats);
void fields(spec::Fields& f, CmtStats& stats);
void fields(spec::Fields& f, RdtStats& stats);

/// Reads them. Fails when the group is gone.
Result<RdtStats> read_rdt_stats(sys::FdRef resctrl, const RdtGroup& group);

}  // namespace hull::host
