// SPDX-License-Identifier: Apache-2.0
// How a cgroup file's earlier content is written back: what the kernel prints is not always what it
// takes. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hull::cgroup {

/// The text that, written to `file`, undoes the writing of `text`, when the file read `content`
/// before: of a file with a line for each device that device's, of one that the kernel comments the
/// value alone. Nothing for files that show no value: triggers (memory.pressure), or a weight of 0,
/// which is how an idle cgroup's reads and which nobody may write.
std::optional<std::string> restoring(std::string_view file, std::string_view content,
                                     std::string_view text);

/// The other files, as far as the kernel has them, that lose their value to a write to `file`,
/// which read `content` before: a cgroup that becomes idle forgets its weight.
std::span<const std::string_view> lost_with(std::string_view file, std::string_view content);

/// The file whose content tells how to undo a write to `file`: mostly itself.
std::string_view kept_in(std::string_view file);

/// Whether writing `text` leaves a file as it is whose value is `standing`, as restoring() gives
/// it: the same, the first part of it (a quota without its period), or a line of which it names
/// some.
bool is_in_force(std::string_view text, std::string_view standing);

}  // namespace hull::cgroup
