// SPDX-License-Identifier: Apache-2.0
// Filling Stats from the files of a cgroup: version 2, and version 1 controller by controller. What
// has no file is left as it is. Host side.
#pragma once

#include <string_view>
#include <vector>

#include "cgroup/files.h"
#include "cgroup/stats.h"

namespace hull::cgroup {

/// The v2 cgroup. Without controllers, as on a hybrid host, that is the processor time and the
/// pressure.
void count_unified(Files& files, Stats& stats);

/// The v1 cgroup of one `controller` ("cpuacct"). Does not undo what count_unified() found.
void count_legacy(std::string_view controller, Files& files, Stats& stats);

// What both versions have in the same form, and what the texts mean. Pure but for the reading.

/// "0-3,7" as its numbers; what is not understood is left out.
std::vector<std::uint32_t> number_list(std::string_view text);
/// "some avg10=0.00 avg60=0.00 avg300=0.00 total=0" and "full …".
Pressure pressure(std::string_view text);
/// "8:0 Read 12" or "8:0 12" in lines; the sum over all devices, which has no number, is left out.
std::vector<BlkioEntry> blkio_entries(std::string_view text);
/// "mlx5_0 hca_handle=2 hca_object=2000" in lines.
std::vector<RdmaEntry> rdma_entries(std::string_view text);
/// The page sizes for which there is a file "hugetlb.SIZE" + `suffix`.
std::vector<std::string> page_sizes(const std::vector<std::string>& names, std::string_view suffix);

void count_pids(Files& files, Stats& stats);
void count_rdma(Files& files, Stats& stats);

}  // namespace hull::cgroup
