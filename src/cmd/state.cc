// SPDX-License-Identifier: Apache-2.0
#include "spec/state.h"

#include "cmd/commands.h"
#include "cmd/output.h"
#include "life/state.h"
#include "spec/codec.h"

namespace hull::cmd {

Verb state_verb() {
  return {.name = "state",
          .arguments = "ID",
          .summary = "print a container's state as JSON",
          .options = {},
          .run = [](life::Context& context, const Arguments& arguments) -> Result<int> {
            spec::State state = TRY(life::state(context, arguments[0]));
            TRY(print(spec::encode(state, {.count = 2}) + '\n'));
            return 0;
          }};
}

}  // namespace hull::cmd
