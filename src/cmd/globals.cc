// SPDX-License-Identifier: Apache-2.0
#include "cmd/globals.h"

#include <cstdint>
#include <utility>

#include "base/path.h"
#include "base/text.h"

namespace hull::cmd {
namespace {

// runc's way to say it; "=false" takes back this choice alone.
Option systemd_cgroup(Globals& to) {
  return {"systemd-cgroup", "", "", "the same as --cgroup-manager=systemd",
          [&to](std::string_view given) -> Result<void> {
            bool on = false;
            TRY(toggle("", "", "", &on).take(given));
            if (on) to.cgroup_manager = "systemd";
            if (!on && to.cgroup_manager == "systemd") to.cgroup_manager = "cgroupfs";
            return {};
          }};
}

Option systemd_timeout(Globals& to) {
  return {"systemd-timeout", "", "SECONDS",
          "how long systemd may take for one answer or job (default: 30)",
          [&to](std::string_view given) -> Result<void> {
            // A day, which in milliseconds is an int yet.
            constexpr std::uint64_t kMost = 86'400;
            auto seconds = parse_uint(given);
            if (!seconds || *seconds == 0 || *seconds > kMost)
              return Error::refused(format("'{}' is not a number from 1 to {}", given, kMost));
            to.systemd_timeout = static_cast<unsigned>(*seconds);
            return {};
          }};
}

}  // namespace

std::vector<Option> global_options(Globals& to) {
  return {
      text("root", "", "DIR",
           "where the state of all containers is kept (default: /run/hull, or "
           "$XDG_RUNTIME_DIR/hull for others than the host's root, after the name by which the "
           "program is called)",
           &to.root),
      text("log", "", "FILE",
           "append the log to FILE (or file:FILE), syslog:NAME or journald:NAME (default: "
           "standard error)",
           &to.log),
      one_of("log-format", "", "text|json", "the form of the log's records (default: text)",
             &to.log_format),
      one_of("log-level", "", "error|warning|debug",
             "what to log, and all that is worse (default: error)", &to.log_level),
      toggle("debug", "", "the same as --log-level=debug", &to.debug),
      one_of("cgroup-manager", "", "cgroupfs|systemd|disabled",
             "how cgroups are made: by hull itself, by systemd, or not at all (default: cgroupfs)",
             &to.cgroup_manager),
      systemd_cgroup(to),
      systemd_timeout(to),
      one_of("rootless", "", "true|false|auto",
             "true: refuse to run as the host's root; otherwise hull does without the powers that "
             "its caller lacks (default: auto)",
             &to.rootless),
      one_of(
          "compat", "", "runc|crun|none",
          "print versions, features and messages as callers of runc or crun parse them (default: "
          "by the name that the program is called by)",
          &to.compat),
      text("criu", "", "PATH",
           "the program criu for checkpoint and restore (default: along $PATH, then where "
           "distributions have it)",
           &to.criu),
      toggle("version", "vV", "print the version and what is built in", &to.version),
      toggle("help", "h?", "print help for hull or for the command", &to.help),
      toggle("usage", "", "the same as --help", &to.help),
  };
}

Log::Level log_level(const Globals& globals) {
  if (globals.debug || globals.log_level == "debug") return Log::Level::Debug;
  return globals.log_level == "warning" ? Log::Level::Warning : Log::Level::Error;
}

Log::Format log_format(const Globals& globals) {
  return globals.log_format == "json" ? Log::Format::Json : Log::Format::Text;
}

life::CgroupManager cgroup_manager(const Globals& globals) {
  if (globals.cgroup_manager == "systemd") return life::CgroupManager::Systemd;
  return globals.cgroup_manager == "disabled" ? life::CgroupManager::Disabled
                                              : life::CgroupManager::Cgroupfs;
}

std::string default_root(const Caller& caller) {
  bool own = !caller.host_root && !caller.runtime_dir.empty();
  return path::join(own ? caller.runtime_dir : "/run", caller.program);
}

Result<std::string> state_root(const Globals& globals, const Caller& caller,
                               std::string_view directory) {
  std::string root = globals.root.empty() ? default_root(caller) : globals.root;
  root = path::clean(path::join(directory, root));
  // Every container's directory is made and removed below it.
  if (root == "/") return Error::refused("--root: '/' can't hold the state of containers");
  return root;
}

}  // namespace hull::cmd
