// SPDX-License-Identifier: Apache-2.0
#include "life/start.h"

#include "cmd/commands.h"

namespace hull::cmd {

Verb start_verb() {
  return {.name = "start",
          .arguments = "ID",
          .summary = "run the process of a created container",
          .options = {},
          .run = [](life::Context& context, const Arguments& arguments) -> Result<int> {
            TRY(life::start(context, arguments[0]));
            return 0;
          }};
}

}  // namespace hull::cmd
