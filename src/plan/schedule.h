// SPDX-License-Identifier: Apache-2.0
// When, where and with whose memory the process runs: scheduling policy, I/O priority, memory
// policy, processors. Words to the kernel's numbers; what the kernel would refuse on every machine
// is refused with its place in the document. Pure.
#pragma once

#include <string>

#include "base/result.h"
#include "plan/plan.h"
#include "plan/request.h"

namespace hull::plan {

/// config.md, "Linux Process", `scheduler`, for a process document at `pointer` ("/process"). What
/// the policy makes no use of is warned about (sched(7), sched_setattr(2)).
Result<std::optional<Scheduler>> plan_scheduler(const spec::Process& asked,
                                                std::string_view pointer,
                                                std::vector<std::string>& warnings);

/// config.md, "Linux Process", `ioPriority`. Its words and range are checked by spec/rules.
std::optional<IoPriority> plan_io_priority(const spec::Process& asked);

/// config.md, "Linux Process", `execCPUAffinity`.
Result<ExecAffinity> plan_exec_affinity(const spec::Process& asked, std::string_view pointer);

/// config-linux.md, "Memory policy".
Result<std::optional<MemoryPolicy>> plan_memory_policy(
    const std::optional<spec::MemoryPolicy>& asked);

/// The name of a policy number: "SCHED_FIFO"; of a class: "IOPRIO_CLASS_BE"; of a mode:
/// "MPOL_BIND". "" when it has none.
std::string_view scheduler_policy_name(std::uint32_t policy);
std::string_view io_priority_class_name(int io_class);
std::string_view memory_policy_mode_name(int mode);

}  // namespace hull::plan
