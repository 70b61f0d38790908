// SPDX-License-Identifier: Apache-2.0
// Changing the limits of a cgroup in use, all of them or none: what stands in the files is read
// before anything is written, and written back when the kernel refuses one. Host side.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cgroup/location.h"
#include "cgroup/setting.h"
#include "sys/fd.h"

namespace hull::cgroup {

/// What an update does to one file.
struct Change {
  /// Where it was asked for: "/linux/resources/memory/limit".
  std::string pointer;
  /// From kMountPoint: "memory/web/memory.limit_in_bytes".
  std::string file;
  /// What would bring back what stood there; empty when that cannot be told (a trigger).
  std::string before;
  std::string asked;
  /// What the kernel made of it, as it would be written: a limit in whole pages. As `before`, and
  /// empty when nothing was written.
  std::string after;

  bool operator==(const Change&) const = default;
};
using Changes = std::vector<Change>;

/// In the order of use: prepare, write, and roll_back if that or anything else failed.
class Transaction {
 public:
  /// Reads what the files of `settings` hold; writes nothing. `root` and `location`, whose layout
  /// has every controller that the settings name, are borrowed. Fails where no file of a setting is
  /// there, unless that is fine, and where a value is below a use that was to be checked.
  static Result<Transaction> prepare(sys::FdRef root, const Location& location,
                                     const Settings& settings);

  /// One for each file, in the order of the settings, the parents' that take part included. `after`
  /// is empty.
  Changes changes() const;
  /// The same with `after` read now.
  Changes accepted() const;

  /// Who else is to know of settings before they are written; a failure is one of writing.
  using Tell = std::function<Result<void>(const Settings& settings)>;

  /// Writes, in an order that the kernel accepts; last what processes may die of, when nothing else
  /// can be refused. The failure names the first value refused.
  Result<void> write(const Tell& tell);

  /// The settings that would bring the cgroup's own values back, for whoever else is told of them.
  Settings before() const;

  /// Writes back what stood in the files that were written, last first. Fails with what does not
  /// take it: "'memory/web/memory.limit_in_bytes' does not take its old value 4096 back".
  Result<void> roll_back();

 private:
  // What was there, and where.
  struct Kept {
    std::string path;
    std::string text;
  };
  // One text for one file.
  struct Write {
    Setting setting;
    std::string directory;
    // In the order of writing back, what is lost with the file's own value last.
    std::vector<Kept> kept;

    const std::string& file() const { return setting.choices.front().file; }
    std::string path() const;
    const std::string& text() const { return setting.choices.front().text; }
  };

  Transaction(sys::FdRef root, const Location& location) : root_(root), location_(location) {}
  // Nothing when the file is not there.
  Result<bool> add(const Setting& setting, const Assignment& choice);
  Result<void> keep(Write& write) const;
  Result<void> write_all(std::vector<const Write*> pending);
  // Whether the file is the cgroup's own, and not a parent's.
  bool is_own(const Write& write) const;
  Change change(const Write& write) const;

  sys::FdRef root_;
  const Location& location_;
  std::vector<Write> writes_;
  // In the order of writing.
  std::vector<Kept> to_restore_;
};

}  // namespace hull::cgroup
