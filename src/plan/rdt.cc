// SPDX-License-Identifier: Apache-2.0
#include "plan/rdt.h"

#include <string_view>

#include "base/text.h"

namespace hull::plan {
namespace {

// config-linux.md, "IntelRdt", NOTE: they were replaced, not renamed.
void warn_of_old_monitoring(const spec::IntelRdt& asked, std::vector<std::string>& warnings) {
  for (auto [is_asked, name] :
       {std::pair(asked.enable_cmt, "enableCMT"), std::pair(asked.enable_mbm, "enableMBM")})
    if (is_asked)
      warnings.push_back(
          format("/linux/intelRdt/{} has no effect: use enableMonitoring in its place", name));
}

}  // namespace

std::vector<RdtLine> schema_lines(const spec::IntelRdt& asked) {
  std::vector<RdtLine> lines;
  for (std::string_view line : split(asked.l3_cache_schema, '\n'))
    if (!trim(line).empty())
      lines.push_back({"/linux/intelRdt/l3CacheSchema", std::string(line), true});
  if (!asked.mem_bw_schema.empty())
    lines.push_back({"/linux/intelRdt/memBwSchema", asked.mem_bw_schema, true});
  for (std::size_t i = 0; i < asked.schemata.size(); ++i)
    lines.push_back({format("/linux/intelRdt/schemata/{}", i), asked.schemata[i], false});
  return lines;
}

Result<std::optional<Rdt>> plan_rdt(const Request& request) {
  std::optional<Rdt> planned;
  const std::optional<spec::IntelRdt>& asked = request.config.linux_section.intel_rdt;
  if (!asked) return planned;
  const bool named = !asked->clos_id.empty();
  const std::string& group = named ? asked->clos_id : request.options.id;
  // resctrl.rst: directories of the root that are no groups.
  for (std::string_view taken : {"info", "mon_groups", "mon_data"})
    if (group == taken)
      return Error::refused(format("/linux/intelRdt{}: '{}' is resctrl's own, and no group",
                                   named ? "/closID" : "", group));
  warn_of_old_monitoring(*asked, request.warnings);
  planned = Rdt{.group = group, .is_named = named, .lines = schema_lines(*asked)};
  if (asked->enable_monitoring) planned->monitor = request.options.id;
  return planned;
}

}  // namespace hull::plan
