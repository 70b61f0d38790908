// SPDX-License-Identifier: Apache-2.0
#include "host/rdt_stats.h"

#include <algorithm>

#include "base/text.h"
#include "sys/file.h"

namespace hull::host {
namespace {

/// Absent where there is no such file, or no number in it: "Unavailable", "Error".
Result<std::optional<std::uint64_t>> count(sys::FdRef resctrl, const std::string& name) {
  auto text = TRY(sys::try_read(resctrl, name));
  return text ? parse_uint(trim(*text)) : std::optional<std::uint64_t>();
}

Result<std::uint64_t> setting(sys::FdRef resctrl, const std::string& name) {
  auto number = TRY(count(resctrl, name));
  return number.value_or(0);
}

Result<std::optional<L3CacheInfo>> l3_cache_info(sys::FdRef resctrl) {
  std::optional<L3CacheInfo> info;
  auto mask = TRY(sys::try_read(resctrl, "info/L3/cbm_mask"));
  if (!mask) return info;
  info.emplace().cbm_mask = trim(*mask);
  info->min_cbm_bits = TRY(setting(resctrl, "info/L3/min_cbm_bits"));
  info->num_closids = TRY(setting(resctrl, "info/L3/num_closids"));
  return info;
}

Result<std::optional<MemBwInfo>> mem_bw_info(sys::FdRef resctrl) {
  std::optional<MemBwInfo> info;
  auto granularity = TRY(count(resctrl, "info/MB/bandwidth_gran"));
  if (!granularity) return info;
  info.emplace().bandwidth_gran = *granularity;
  info->delay_linear = TRY(setting(resctrl, "info/MB/delay_linear"));
  info->min_bandwidth = TRY(setting(resctrl, "info/MB/min_bandwidth"));
  info->num_closids = TRY(setting(resctrl, "info/MB/num_closids"));
  return info;
}

Result<void> count_domains(sys::FdRef resctrl, const std::string& directory, RdtStats& stats) {
  auto opened = TRY(sys::try_open_at(resctrl, directory + "/mon_data", O_RDONLY | O_DIRECTORY));
  if (!opened) return {};
  auto domains = TRY(sys::list_directories(*opened));
  std::ranges::sort(domains);
  for (const std::string& domain : domains) {
    CmtStats& cache = stats.cmt_stats.emplace_back();
    cache.llc_occupancy = TRY(count(*opened, domain + "/llc_occupancy"));
    MbmStats& bandwidth = stats.mbm_stats.emplace_back();
    bandwidth.total_bytes = TRY(count(*opened, domain + "/mbm_total_bytes"));
    bandwidth.local_bytes = TRY(count(*opened, domain + "/mbm_local_bytes"));
  }
  // What the processor can't count.
  auto is_counted = [](const CmtStats& one) { return one.llc_occupancy.has_value(); };
  if (std::ranges::none_of(stats.cmt_stats, is_counted)) stats.cmt_stats.clear();
  auto is_metered = [](const MbmStats& one) { return one.total_bytes || one.local_bytes; };
  if (std::ranges::none_of(stats.mbm_stats, is_metered)) stats.mbm_stats.clear();
  return {};
}

}  // namespace

// NOLINTBEGIN: found by argument-dependent lookup.
void fields(spec::Fields& f, L3CacheInfo& info) {
  f.optional("cbm_mask", info.cbm_mask);
  f.optional("min_cbm_bits", info.min_cbm_bits);
  f.optional("num_closids", info.num_closids);
}

void fields(spec::Fields& f, MemBwInfo& info) {
  f.optional("bandwidth_gran", info.bandwidth_gran);
  f.optional("delay_linear", info.delay_linear);
  f.optional("min_bandwidth", info.min_bandwidth);
  f.optional("num_closids", info.num_closids);
}

void fields(spec::Fields& f, MbmStats& stats) {
  f.optional("mbm_total_bytes", stats.total_bytes);
  f.optional("mbm_local_bytes", stats.local_bytes);
}

void fields(spec::Fields& f, CmtStats& stats) {
  f.optional("llc_occupancy", stats.llc_occupancy);
}

void fields(spec::Fields& f, RdtStats& stats) {
  f.optional("l3_cache_info", stats.l3_cache_info);
  f.optional("l3_cache_schema_root", stats.l3_cache_schema_root);
  f.optional("l3_cache_schema", stats.l3_cache_schema);
  f.optional("mem_bw_info", stats.mem_bw_info);
  f.optional("mem_bw_schema_root", stats.mem_bw_schema_root);
  f.optional("mem_bw_schema", stats.mem_bw_schema);
  f.optional("schemata", stats.schemata);
  f.optional("mbm_stats", stats.mbm_stats);
  f.optional("cmt_stats", stats.cmt_stats);
}
// NOLINTEND

Result<RdtStats> read_rdt_stats(sys::FdRef resctrl, const RdtGroup& group) {
  RdtStats stats;
  stats.l3_cache_info = TRY(l3_cache_info(resctrl));
  stats.mem_bw_info = TRY(mem_bw_info(resctrl));
  const std::string root = TRY(read_schemata(resctrl, {.name = "/"}));
  const std::string own = TRY(read_schemata(resctrl, group));
  stats.l3_cache_schema_root = standing_line(root, "L3");
  stats.l3_cache_schema = standing_line(own, "L3");
  stats.mem_bw_schema_root = standing_line(root, "MB");
  stats.mem_bw_schema = standing_line(own, "MB");
  for (std::string_view line : split(own, '\n'))
    if (!trim(line).empty()) stats.schemata.push_back(standing_line(own, line));
  TRY(count_domains(resctrl, group.monitoring_directory(), stats));
  return stats;
}

}  // namespace hull::host
