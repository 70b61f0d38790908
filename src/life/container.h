// SPDX-License-Identifier: Apache-2.0
// An existing container: its directory, record, init and cgroup. Host side.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "cgroup/cgroup.h"
#include "cgroup/systemd.h"
#include "life/record.h"
#include "life/status.h"
#include "spec/state.h"
#include "sys/proc.h"
#include "sys/process.h"

namespace hull::life {

enum class Lock { No, Yes };

/// What a record says, and what is true of it now. The record is empty for a container that a
/// killed hull had only begun: it has a directory and no more.
class Container {
 public:
  /// Fails with "container does not exist". With Lock::Yes it waits until no other command changes
  /// this container, and keeps others out as long as this lives.
  static Result<Container> open(const Context& context, const std::string& id,
                                Lock lock = Lock::No);
  /// The same; nothing when there is none.
  static Result<std::optional<Container>> find(const Context& context, const std::string& id,
                                               Lock lock = Lock::No);

  const std::string& id() const { return id_; }
  const Record& record() const { return record_; }
  Directory& directory() { return directory_; }
  /// Init while it lives (a zombie does not).
  const std::optional<sys::Process>& init() const { return init_; }
  /// Computed from facts at the time of the call.
  Result<Status> status() const;
  /// Fails unless it is created, running or paused: "container not running".
  Result<void> check_alive() const;
  /// Null when the record is empty or cgroups are disabled.
  cgroup::Cgroup* cgroup() const { return cgroup_.get(); }

  /// The host's /proc, and where cgroups are mounted. Borrowed.
  const sys::Proc& proc() const { return proc_; }
  sys::FdRef cgroup_root() const { return cgroup_root_; }

  /// The state document at `status`, with `pid` 0 for a container that has none.
  spec::State document(Status status) const;

 private:
  Container(std::string id, Directory directory, sys::Fd cgroup_root, sys::Proc proc)
      : id_(std::move(id)),
        directory_(std::move(directory)),
        cgroup_root_(std::move(cgroup_root)),
        proc_(std::move(proc)) {}
  Result<void> look(const Context& context);

  std::string id_;
  Directory directory_;
  sys::Fd cgroup_root_;
  sys::Proc proc_;
  Record record_;
  std::optional<sys::Process> init_;
  std::unique_ptr<cgroup::Cgroup> cgroup_;
};

/// What any command has for systemd.
cgroup::SystemdRequest systemd_request(const Context& context);

/// The state document of a record, whatever is true of it now. Hooks read it too.
spec::State document(const Record& record, std::string_view status, pid_t pid);

}  // namespace hull::life
