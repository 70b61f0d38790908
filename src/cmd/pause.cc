// SPDX-License-Identifier: Apache-2.0
#include "life/pause.h"

#include "cmd/commands.h"

namespace hull::cmd {

Verb pause_verb() {
  return {.name = "pause",
          .arguments = "ID",
          .summary = "stop every process of a container where it is, until resume",
          .options = {},
          .run = [](life::Context& context, const Arguments& arguments) -> Result<int> {
            TRY(life::pause(context, arguments[0]));
            return 0;
          }};
}

}  // namespace hull::cmd
