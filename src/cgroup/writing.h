// SPDX-License-Identifier: Apache-2.0
// Putting settings into a cgroup's files: where those are, in which order the kernel takes them,
// and what is said when it does not. Host side.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cgroup/location.h"
#include "cgroup/setting.h"
#include "sys/fd.h"

namespace hull::cgroup {

/// The directories, below the root descriptor, in whose file a setting is written, in that order:
/// the last is the cgroup's own. The location's layout has the setting's controller.
std::vector<std::string> directories(const Location& location, const Setting& setting);

/// Refuses a value below the use that the setting's `usage` file tells, if it names one.
Result<void> check_usage(sys::FdRef root, const Location& location, const Setting& setting);

/// Why none of a setting's files is there.
Error absence(sys::FdRef root, const Location& location, const Setting& setting);

/// Writes `text` to `setting`'s file `path`. The failure names the setting's pointer, the file and
/// the kernel's errno, or that the kernel took the text and forgot it.
Result<void> write_text(sys::FdRef root, const Setting& setting, const std::string& path,
                        const std::string& text);

/// Whether the kernel's answer is one of order: a limit that another one must make room for first.
bool may_pass_later(const Error& error);

/// Calls `write` for each of `pending`; those that may pass later again, as long as another one
/// passes. Gives the first failure. Nothing is undone.
template <class Item, class Write>
Result<void> write_in_accepted_order(std::vector<Item> pending, Write&& write) {
  while (!pending.empty()) {
    std::vector<Item> refused;
    Result<void> first;
    for (Item& item : pending) {
      Result<void> written = write(item);
      if (written) continue;
      if (!may_pass_later(written.error())) return written;
      if (first) first = std::move(written);
      refused.push_back(std::move(item));
    }
    if (refused.size() == pending.size()) return first;
    pending = std::move(refused);
  }
  return {};
}

/// Writes all of `settings` into a cgroup that goes when this fails: nothing is read before, so
/// nothing is undone. For one in use there is Transaction.
Result<void> write_settings(sys::FdRef root, const Location& location, Settings settings);

}  // namespace hull::cgroup
