// SPDX-License-Identifier: Apache-2.0
// config.json of the OCI runtime specification 1.3.0 as plain structs, without the Linux section
// (spec/linux.h). Members are the document's own words in snake_case and its own types: a value
// that is a string there is a string here, spec/rules.h checks its words and plan/ gives it a
// meaning. A member that was absent or null is empty, false, zero or nullopt; std::optional is used
// only where absent differs from empty. Values, used on both sides.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "spec/linux.h"

namespace hull::spec {

class Fields;

/// config.md, "Root".
struct Root {
  /// Absolute, or relative to the bundle.
  std::string path;
  bool readonly = false;
};

/// config.md, "Mounts".
struct Mount {
  /// Below the container's root; a relative one is deprecated and means from "/".
  std::string destination;
  std::string type;
  std::string source;
  std::vector<std::string> options;
  std::vector<IdMapping> uid_mappings;
  std::vector<IdMapping> gid_mappings;
};

/// config.md, "Process": rows and columns of the terminal, in characters.
struct ConsoleSize {
  std::uint64_t height = 0;
  std::uint64_t width = 0;
};

/// config.md, "POSIX-platform User": ids as the container sees them.
struct User {
  std::uint32_t uid = 0;
  std::uint32_t gid = 0;
  std::optional<std::uint32_t> umask;
  std::vector<std::uint32_t> additional_gids;
  /// For Windows; kept so that a document survives decoding and encoding.
  std::string username;
};

/// config.md, "Linux Process": capability names as written, "CAP_CHOWN".
struct Capabilities {
  std::vector<std::string> bounding;
  std::vector<std::string> effective;
  std::vector<std::string> inheritable;
  std::vector<std::string> permitted;
  std::vector<std::string> ambient;
};

/// config.md, "POSIX process".
struct Rlimit {
  /// "RLIMIT_NOFILE"
  std::string type;
  std::uint64_t soft = 0;
  std::uint64_t hard = 0;
};

/// config.md, "Linux Process": arguments of sched_setattr(2).
struct Scheduler {
  /// "SCHED_OTHER"
  std::string policy;
  std::int32_t nice = 0;
  std::int32_t priority = 0;
  /// "SCHED_FLAG_RESET_ON_FORK"
  std::vector<std::string> flags;
  /// Nanoseconds, all three.
  std::uint64_t runtime = 0;
  std::uint64_t deadline = 0;
  std::uint64_t period = 0;
};

/// config.md, "Linux Process": arguments of ioprio_set(2).
struct IoPriority {
  /// The key `class`: "IOPRIO_CLASS_BE".
  std::string io_class;
  std::int32_t priority = 0;
};

/// config.md, "Linux Process": lists such as "0-3,7".
struct CpuAffinity {
  std::string initial;
  std::string final;
};

/// config.md, "Process".
struct Process {
  bool terminal = false;
  std::optional<ConsoleSize> console_size;
  User user;
  std::vector<std::string> args;
  std::vector<std::string> env;
  std::string cwd;
  std::optional<Capabilities> capabilities;
  std::vector<Rlimit> rlimits;
  bool no_new_privileges = false;
  std::string apparmor_profile;
  std::optional<std::int32_t> oom_score_adj;
  std::string selinux_label;
  std::optional<Scheduler> scheduler;
  std::optional<IoPriority> io_priority;
  std::optional<CpuAffinity> exec_cpu_affinity;
};

/// What `exec --process` reads: a process decoded over the container's, whose members stand where
/// the document has none.
struct ProcessOver {
  Process process;
  /// Kept apart: the ids of one statement are not mixed with those of the other.
  std::optional<User> user;
};

/// config.md, "POSIX-platform Hooks".
struct Hook {
  std::string path;
  /// The whole argv; empty means just `path`.
  std::vector<std::string> args;
  /// Exactly these when given; what an absent one means is the runtime's choice.
  std::optional<std::vector<std::string>> env;
  /// Seconds.
  std::optional<std::int64_t> timeout;
};

/// config.md, "POSIX-platform Hooks": in the order in which they run.
struct Hooks {
  std::vector<Hook> prestart;
  std::vector<Hook> create_runtime;
  std::vector<Hook> create_container;
  std::vector<Hook> start_container;
  std::vector<Hook> poststart;
  std::vector<Hook> poststop;
};

/// The whole document.
struct Config {
  std::string oci_version;
  Root root;
  /// May be absent until `start`.
  std::optional<Process> process;
  std::string hostname;
  std::string domainname;
  std::vector<Mount> mounts;
  Hooks hooks;
  std::map<std::string, std::string> annotations;
  /// The key `linux` (a word that GNU dialects of C++ define as a macro).
  Linux linux_section;
};

/// The members of each, once: see spec/fields.h.
void fields(Fields& f, Config& value);
void fields(Fields& f, Root& value);
void fields(Fields& f, Process& value);
void fields(Fields& f, ProcessOver& value);
void fields(Fields& f, ConsoleSize& value);
void fields(Fields& f, User& value);
void fields(Fields& f, Capabilities& value);
void fields(Fields& f, Rlimit& value);
void fields(Fields& f, Scheduler& value);
void fields(Fields& f, IoPriority& value);
void fields(Fields& f, CpuAffinity& value);
void fields(Fields& f, Mount& value);
void fields(Fields& f, Hooks& value);
void fields(Fields& f, Hook& value);

}  // namespace hull::spec
