// SPDX-License-Identifier: Apache-2.0
#include "life/pause.h"

#include "cmd/commands.h"

namespace hull::cmd {

Verb resume_verb() {
  return {.name = "resume",
          .arguments = "ID",
          .summary = "let a paused container go on",
          .options = {},
          .run = [](life::Context& context, const Arguments& arguments) -> Result<int> {
            TRY(life::resume(context, arguments[0]));
            return 0;
          }};
}

}  // namespace hull::cmd
