// SPDX-License-Identifier: Apache-2.0
#include "life/ps.h"

#include <unistd.h>

#include <cstdlib>
#include <memory>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/output.h"
#include "cmd/ps_table.h"
#include "sys/file.h"
#include "sys/spawn.h"

namespace hull::cmd {
namespace {

Result<std::string> find_ps() {
  const char* path = getenv("PATH");
  for (std::string_view directory : split(path ? path : "", ':')) {
    // An empty entry means the working directory, from which root runs nothing by accident.
    if (directory.empty()) continue;
    std::string candidate = hull::format("{}/ps", directory);
    if (access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  return Error::refused("there is no program 'ps' on the PATH").hint("--format json needs none");
}

// What ps(1) prints about all processes of the host.
Result<std::string> run_ps(std::vector<std::string> arguments) {
  sys::Program program;
  program.path = TRY(find_ps());
  arguments.insert(arguments.begin(), "ps");
  program.args = std::move(arguments);
  for (char** entry = environ; *entry != nullptr; ++entry) program.env.emplace_back(*entry);
  auto output = TRY(sys::memory_file(""));
  program.output = sys::FdRef(output);
  auto outcome = TRY(sys::run(program));
  if (outcome.exit.code() != 0)
    return Error::refused(
        hull::format("exit status {}: {}", outcome.exit.code(), trim(outcome.output)));
  TRY(sys::rewind(output));
  return sys::read_all(output);
}

Result<std::string> table(const std::vector<pid_t>& pids, std::vector<std::string> arguments) {
  if (arguments.empty()) arguments = {"-ef"};
  const std::string attempt = "ps " + join(arguments, " ");
  auto all = TRY(run_ps(std::move(arguments)).context(attempt));
  return lines_of(pids, all).context(attempt);
}

}  // namespace

Verb ps_verb() {
  auto format = std::make_shared<std::string>("table");
  return {.name = "ps",
          .arguments = "ID [PS-ARGUMENT]...",
          .summary = "print the processes of a container",
          .options = {one_of("format", "f", "table|json",
                             "the form of the list: what ps(1) prints of them, or an array of "
                             "process ids (default: table)",
                             format.get())},
          .flags = Flags::First,
          .run = [format](life::Context& context, const Arguments& arguments) -> Result<int> {
            std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
            const bool json = *format == "json";
            if (json && !rest.empty())
              return Error::refused("--format json takes no arguments for ps");
            auto pids = TRY(life::processes(context, arguments[0]));
            if (json) {
              TRY(print(array(pids)));
              return 0;
            }
            auto text = TRY(table(pids, std::move(rest)));
            TRY(print(text));
            return 0;
          }};
}

}  // namespace hull::cmd
