// SPDX-License-Identifier: Apache-2.0
#include "cmd/context.h"

#include <unistd.h>

#include <cstdlib>
#include <string>

#include "base/path.h"
#include "base/text.h"
#include "cmd/compat.h"
#include "cmd/version.h"
#include "sys/file.h"
#include "sys/identity.h"
#include "sys/proc.h"

namespace hull::cmd {
namespace {

// A /proc that can't be read leaves it at the guess that we are there.
bool in_initial_user_namespace() {
  Result<sys::Proc> proc = sys::Proc::open();
  if (!proc) return true;
  Result<std::string> map = proc->read("self/uid_map");
  return !map || sys::maps_every_id(*map);
}

// runc's --rootless is about what may fail; here that follows from the powers that there are, so
// that only a caller who has them all against their will is left to refuse.
Result<void> check_rootless(const Globals& globals) {
  if (globals.rootless != "true" || geteuid() != 0 || !in_initial_user_namespace()) return {};
  return Error::refused("--rootless: the caller is the host's root");
}

}  // namespace

Caller caller(std::string_view argv0) {
  Caller caller;
  std::string name = path::name(argv0);
  bool usable = !name.empty() && name != "." && name != "..";
  caller.program = usable ? name : "hull";
  const char* runtime_dir = getenv("XDG_RUNTIME_DIR");
  caller.runtime_dir = runtime_dir ? runtime_dir : "";
  const char* session_bus = getenv("DBUS_SESSION_BUS_ADDRESS");
  caller.session_bus = session_bus ? session_bus : "";
  const char* notify_socket = getenv("NOTIFY_SOCKET");
  caller.notify_socket = notify_socket ? notify_socket : "";
  const char* directories = getenv("PATH");
  caller.path = directories ? directories : "";
  // Read only when it matters: most callers give --root, and /proc costs some calls.
  if (!caller.runtime_dir.empty()) caller.host_root = geteuid() == 0 && in_initial_user_namespace();
  return caller;
}

Result<life::Context> context(const Globals& globals, const Caller& caller, Log& log) {
  TRY(check_rootless(globals));
  std::string directory = "/";
  if (!globals.root.empty() && !path::is_absolute(globals.root))
    directory = TRY(sys::working_directory().context("--root"));
  std::string root = TRY(state_root(globals, caller, directory));
  return life::Context{.log = log,
                       .program = caller.program,
                       .build = format("{} {}", kVersion, kCommit),
                       .root = root,
                       .root_given = !globals.root.empty(),
                       .notify_socket = caller.notify_socket,
                       .cgroup_manager = cgroup_manager(globals),
                       .compat = compat(globals, caller.program),
                       .systemd = {.timeout_seconds = globals.systemd_timeout,
                                   .session_bus = caller.session_bus,
                                   .runtime_directory = caller.runtime_dir},
                       .criu = globals.criu,
                       .path = caller.path};
}

}  // namespace hull::cmd
