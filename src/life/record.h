// SPDX-License-Identifier: Apache-2.0
// What we remember of a container between two commands: its directory below the state root, the
// lock on it, and the record inside. Host side.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cgroup/location.h"
#include "life/context.h"
#include "spec/config.h"
#include "sys/fd.h"

namespace hull::life {

/// Init, recognizable for ever: a number is recycled, number and start time are not.
struct RecordedInit {
  std::int32_t pid = 0;
  /// Clock ticks since boot (/proc/PID/stat, field 22).
  std::uint64_t start_time = 0;
};

/// One hierarchy of the layout that the container was made on.
struct RecordedHierarchy {
  std::uint32_t version = 2;
  std::string directory;
  std::vector<std::string> controllers;
};

/// cgroup::Location.
struct RecordedCgroup {
  /// "cgroupfs", "systemd" or "disabled".
  std::string driver;
  std::string path;
  std::string kept;
  /// With systemd: cgroup::Scope.
  std::string unit;
  std::string slice;
  std::string bus;
  std::string inner;
  std::string delegated;
  /// "disabled": why, when no flag said so.
  std::string lack;
  std::vector<RecordedHierarchy> hierarchies;
};

/// host::RdtGroup: the container's group of resctrl.
struct RecordedRdt {
  std::string group;
  /// To be removed with the container.
  bool own = false;
  /// To be removed only while the container is not finished.
  bool fresh = false;
  std::string monitor;
};

/// The document record.json. Written first as an intent, before anything is made, with what will
/// be; again with `init` when there is a container. Its version changes when its meaning does.
struct Record {
  static constexpr std::uint32_t kVersion = 1;
  std::uint32_t version = kVersion;
  std::string id;
  std::string oci_version;
  /// Absolute paths.
  std::string bundle;
  /// Where the configuration is, if not in the bundle's config.json.
  std::string config;
  std::string rootfs;
  /// RFC 3339, UTC.
  std::string created;
  std::map<std::string, std::string> annotations;
  RecordedCgroup cgroup;
  /// With linux.intelRdt.
  std::optional<RecordedRdt> rdt;
  /// linux.resources as create and every update since have left them.
  spec::Resources resources;
  /// Absent: the container was not finished.
  std::optional<RecordedInit> init;
  /// Without a pid namespace of its own, ending init does not end the others.
  bool own_pid_namespace = false;
  /// There is something to start.
  bool has_process = false;
  /// Those that run after create: poststart and poststop.
  std::vector<spec::Hook> poststart;
  std::vector<spec::Hook> poststop;
};

/// The record's members, once: see spec/fields.h.
void fields(spec::Fields& f, Record& record);

cgroup::Location location_of(const RecordedCgroup& recorded);
RecordedCgroup recorded(const cgroup::Location& location);

/// Refuses what cannot be a container's id: it is a directory's name below the state root.
Result<void> check_id(const std::string& id);

/// A container's directory below the state root, opened. Names inside: record.json, exec.fifo
/// and what is kept for exec (life/kept.h).
class Directory {
 public:
  /// Makes it, and the state root if need be, and locks it; it is removed again on destruction
  /// unless kept. Fails with "container with given ID already exists".
  static Result<Directory> make(const Context& context, const std::string& id);
  /// Opens it; nothing when there is none. `check_id` is implied.
  static Result<std::optional<Directory>> find(const Context& context, const std::string& id);

  Directory(Directory&&) = default;
  Directory& operator=(Directory&&) = delete;
  ~Directory();

  /// Waits until no other command is changing this container, and keeps others out until we end or
  /// `this` is destroyed. False when it was deleted meanwhile.
  Result<bool> lock();
  Result<void> write(const Record& record) const;
  /// Nothing when the container was not even begun: a directory without a record.
  Result<std::optional<Record>> read() const;
  /// The container stays.
  void keep() { remove_ = false; }
  /// Removes it with all that is in it.
  Result<void> remove();
  sys::FdRef fd() const { return fd_; }

  static constexpr const char* kFifo = "exec.fifo";

 private:
  Directory(sys::Fd root, sys::Fd fd, std::string id)
      : root_(std::move(root)), fd_(std::move(fd)), id_(std::move(id)) {}
  sys::Fd root_;
  sys::Fd fd_;
  std::string id_;
  bool remove_ = false;
};

/// The ids below the state root, sorted.
Result<std::vector<std::string>> ids(const Context& context);

}  // namespace hull::life
