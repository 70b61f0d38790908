// SPDX-License-Identifier: Apache-2.0
#include "cmd/create.h"

#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <utility>

#include "cmd/activation.h"
#include "cmd/commands.h"

namespace hull::cmd {

std::vector<Option> create_options(life::CreateOptions& to) {
  return {
      text("bundle", "b", "DIR", "the bundle's directory (default: the working directory)",
           &to.bundle),
      text("config", "f", "FILE", "the configuration (default: config.json in the bundle)",
           &to.config),
      text("console-socket", "", "PATH",
           "the Unix socket that receives the terminal's master descriptor",
           &to.receivers.console_socket),
      text("pid-file", "", "FILE", "write the process id of the container's init to FILE",
           &to.receivers.pid_file),
      text("pidfd-socket", "", "PATH",
           "the Unix socket that receives a pidfd of the container's init",
           &to.receivers.pidfd_socket),
      toggle("no-pivot", "",
             "enter the root file system by a moved mount and chroot(2) instead of pivot_root(2): "
             "for a root file system on the initial ramdisk, and weaker",
             &to.no_pivot),
      toggle("no-new-keyring", "", "keep the caller's session keyring instead of a new one",
             &to.no_new_keyring),
      number("preserve-fds", "", "N",
             "pass N more descriptors from 3 on to the container, beside those of LISTEN_FDS "
             "(default: 0)",
             &to.preserve_fds),
  };
}

namespace {

std::string_view variable(const char* name) {
  const char* value = getenv(name);
  return value ? value : "";
}

}  // namespace

Result<void> add_activation(life::CreateOptions& to) {
  Activation found = TRY(activation({.listen_pid = variable("LISTEN_PID"),
                                     .listen_fds = variable("LISTEN_FDS"),
                                     .listen_fdnames = variable("LISTEN_FDNAMES")},
                                    getpid()));
  to.preserve_fds += found.count;
  to.environment = std::move(found.environment);
  return {};
}

Verb create_verb() {
  auto asked = std::make_shared<life::CreateOptions>();
  std::vector<Option> options = create_options(*asked);
  options.push_back(always("no-subreaper",
                           "do not adopt the container's orphans: create ends before there are "
                           "any, so it never does",
                           "create ends before there are orphans to adopt; use run"));
  return {.name = "create",
          .arguments = "ID",
          .summary = "make a container from a bundle, ready for start",
          .options = std::move(options),
          .sealed = true,
          .run = [asked](life::Context& context, const Arguments& arguments) -> Result<int> {
            asked->id = arguments[0];
            TRY(add_activation(*asked));
            TRY(life::create(context, *asked));
            return 0;
          }};
}

}  // namespace hull::cmd
