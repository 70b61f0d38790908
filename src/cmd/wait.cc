// SPDX-License-Identifier: Apache-2.0
#include "life/wait.h"

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/output.h"

namespace hull::cmd {

Verb wait_verb() {
  return {.name = "wait",
          .arguments = "ID",
          .summary = "wait until a container stops, and print its exit status",
          .options = {},
          .run = [](life::Context& context, const Arguments& arguments) -> Result<int> {
            auto exit = TRY(life::wait(context, arguments[0]));
            TRY(print(hull::format("{}\n", exit.code())));
            return 0;
          }};
}

}  // namespace hull::cmd
