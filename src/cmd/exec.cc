// SPDX-License-Identifier: Apache-2.0
#include "life/exec.h"

#include <memory>

#include "base/text.h"
#include "cmd/commands.h"

namespace hull::cmd {
namespace {

/// A flag that may be given more than once.
Option texts(std::string_view name, std::string_view letters, std::string_view value,
             std::string_view help, std::vector<std::string>* to) {
  return {name, letters, value, help, [to](std::string_view given) -> Result<void> {
            if (given.empty()) return Error::refused("must not be empty");
            to->emplace_back(given);
            return {};
          }};
}

Option groups(std::vector<std::uint32_t>* to) {
  return {"additional-gids", "g", "GID", "add a supplementary group; may be given more than once",
          [to](std::string_view given) -> Result<void> {
            auto gid = parse_id(given);
            if (!gid) return Error::refused(format("'{}' is no group in decimal numbers", given));
            to->push_back(*gid);
            return {};
          }};
}

std::vector<Option> exec_options(life::ExecOptions& to) {
  return {
      text("process", "p", "FILE",
           "the process to execute, as the object `process` of a config.json; - is standard input",
           &to.process),
      toggle("tty", "t", "give the process a terminal", &to.terminal),
      toggle("detach", "d", "return as soon as the process runs", &to.detach),
      text("console-socket", "", "PATH",
           "the Unix socket that receives the terminal's master descriptor",
           &to.receivers.console_socket),
      text("pid-file", "", "FILE", "write the process id to FILE, once the process runs",
           &to.receivers.pid_file),
      text("pidfd-socket", "", "PATH", "the Unix socket that receives a pidfd of the process",
           &to.receivers.pidfd_socket),
      text("cwd", "", "DIR", "the working directory (default: the container's)", &to.cwd),
      texts("env", "e", "NAME=VALUE", "add a variable; may be given more than once", &to.env),
      text("user", "u", "USER",
           "the user: UID[:GID] in numbers, or a name of the container's /etc/passwd (default: the "
           "container's)",
           &to.user),
      groups(&to.additional_gids),
      texts("cap", "c", "CAPABILITY", "add a capability; may be given more than once",
            &to.capabilities),
      toggle("no-new-privs", "", "let no execve(2) give the process more privileges",
             &to.no_new_privileges),
      text("apparmor", "", "PROFILE", "the AppArmor profile (default: the container's)",
           &to.apparmor_profile),
      text("process-label", "", "LABEL", "the SELinux context (default: the container's)",
           &to.selinux_label),
      number("preserve-fds", "", "N",
             "pass N more descriptors from 3 on to the process (default: 0)", &to.preserve_fds),
      texts(
          "cgroup", "", "[CONTROLLER[,CONTROLLER]...:]PATH",
          "the cgroup below the container's that the process runs in; may be given more than once",
          &to.cgroups),
      toggle("ignore-paused", "", "enter a paused container: the process runs when it is resumed",
             &to.ignore_paused),
  };
}

}  // namespace

Verb exec_verb() {
  auto asked = std::make_shared<life::ExecOptions>();
  return {.name = "exec",
          .arguments = "ID [COMMAND] [ARGUMENT]...",
          .summary = "run a process in a container, and pass on its exit status",
          .options = exec_options(*asked),
          .flags = Flags::First,
          .sealed = true,
          // As runc has it: 1 would be mistaken for the command's.
          .failure = 255,
          .run = [asked](life::Context& context, const Arguments& arguments) -> Result<int> {
            asked->id = arguments[0];
            asked->args.assign(arguments.begin() + 1, arguments.end());
            return life::exec(context, *asked);
          }};
}

}  // namespace hull::cmd
