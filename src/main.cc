// SPDX-License-Identifier: Apache-2.0
// Turns argv into a command, runs it, prints the error chain, chooses the exit status.
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/compat.h"
#include "cmd/context.h"
#include "cmd/help.h"
#include "cmd/logging.h"
#include "cmd/output.h"
#include "cmd/version.h"
#include "host/sealed.h"
#include "sys/task.h"

namespace hull {
namespace {

using cmd::Call;

// Does what the call's verb is for and gives the exit status.
Result<int> run(const Call& call, const cmd::Caller& caller, Log& log, char* const* argv) {
  if (call.verb->sealed) TRY(host::run_sealed(argv, environ));
  life::Context context = TRY(cmd::context(call.globals, caller, log));
  log.debug(hull::format("{} in state root '{}'", cmd::attempt(call), context.root));
  Result<int> status = call.verb->run(context, call.arguments);
  if (status) log.debug(hull::format("exit status {}", *status));
  return status;
}

// What is printed in a verb's place.
std::string text_asked_for(Call& call, const cmd::Caller& caller) {
  if (!call.globals.help)
    return cmd::version_text(cmd::compat(call.globals, caller.program), cmd::default_root(caller));
  return call.verb ? cmd::help(caller.program, *call.verb)
                   : cmd::help(caller.program, cmd::verbs(), cmd::global_options(call.globals));
}

// Runs the call, or prints what was asked for in its place. Gives the exit status.
Result<int> obey(Call& call, const cmd::Caller& caller, Log& log, char* const* argv) {
  if (call.fault) return std::move(*call.fault);
  if (call.globals.help || call.globals.version) {
    TRY(cmd::print(text_asked_for(call, caller)));
    return 0;
  }
  return run(call, caller, log, argv).context([&] { return cmd::attempt(call); });
}

// The message goes to the log if there is one and to standard error, where managers look for it; a
// log on standard error has it once.
void tell(const Error& error, const cmd::Globals& globals, const cmd::Caller& caller, Log* log) {
  std::string message = cmd::worded(cmd::compat(globals, caller.program), error.message());
  bool plain = !log || !globals.log.empty() || cmd::log_format(globals) == Log::Format::Text;
  if (plain) cmd::complain(hull::format("{}: {}", caller.program, message));
  if (log && (!plain || !globals.log.empty())) log->error(message);
}

int start(int argc, char* const* argv) {
  // Without them our messages would end up in whatever is opened next; there is nobody to tell.
  if (!cmd::open_standard_streams()) return EXIT_FAILURE;
  sys::hear_of_children();
  cmd::Caller caller = cmd::caller(argc > 0 ? argv[0] : "");
  Call call = cmd::read_call({argv + (argc > 0), argv + argc});
  // The log before all else, so that it tells of everything that can go wrong.
  Result<Log> log = cmd::open_log(call.globals);
  if (!log) {
    tell(log.error(), call.globals, caller, nullptr);
    return EXIT_FAILURE;
  }
  Result<int> status = obey(call, caller, *log, argv);
  if (status) return *status;
  tell(status.error(), call.globals, caller, &*log);
  return call.verb ? call.verb->failure : EXIT_FAILURE;
}

}  // namespace
}  // namespace hull

int main(int argc, char** argv) {
  return hull::start(argc, argv);
}
