// SPDX-License-Identifier: Apache-2.0
#include "life/kill.h"

#include <memory>

#include "cmd/commands.h"
#include "cmd/regex.h"
#include "cmd/signals.h"

namespace hull::cmd {

Verb kill_verb() {
  struct Asked {
    bool all = false;
    bool regex = false;
  };
  auto asked = std::make_shared<Asked>();
  return {.name = "kill",
          .arguments = "ID [SIGNAL]",
          .summary = "send a signal (default: SIGTERM) to a container's init",
          .options = {toggle("all", "a", "send it to every process of the container", &asked->all),
                      toggle("regex", "r",
                             "take ID as an extended regular expression and act on every container "
                             "whose id it matches",
                             &asked->regex)},
          .run = [asked](life::Context& context, const Arguments& arguments) -> Result<int> {
            int signal = TRY(signal_number(arguments.size() > 1 ? arguments[1] : "TERM"));
            auto target = asked->all ? life::Target::All : life::Target::Init;
            if (!asked->regex) {
              TRY(life::kill(context, arguments[0], signal, target));
              return 0;
            }
            int matched = TRY(for_each_match(context, arguments[0], [&](const std::string& id) {
              return life::kill(context, id, signal, target);
            }));
            if (matched == 0) return Error::refused("no container matches");
            return 0;
          }};
}

}  // namespace hull::cmd
