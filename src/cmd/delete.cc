// SPDX-License-Identifier: Apache-2.0
#include "life/delete.h"

#include <memory>

#include "cmd/commands.h"
#include "cmd/regex.h"

namespace hull::cmd {

Verb delete_verb() {
  struct Asked {
    bool force = false;
    bool regex = false;
  };
  auto asked = std::make_shared<Asked>();
  return {.name = "delete",
          .arguments = "ID",
          .summary = "remove a stopped container and all that create made for it",
          .options = {toggle("force", "f",
                             "kill what still runs, clear what is left of a failed create, and "
                             "succeed when there is no such container",
                             &asked->force),
                      toggle("regex", "r",
                             "take ID as an extended regular expression and act on every container "
                             "whose id it matches",
                             &asked->regex)},
          .run = [asked](life::Context& context, const Arguments& arguments) -> Result<int> {
            auto force = asked->force ? life::Force::Yes : life::Force::No;
            if (!asked->regex) {
              TRY(life::destroy(context, arguments[0], force));
              return 0;
            }
            int matched = TRY(for_each_match(context, arguments[0], [&](const std::string& id) {
              return life::destroy(context, id, force);
            }));
            if (matched == 0 && !asked->force) return Error::refused("no container matches");
            return 0;
          }};
}

}  // namespace hull::cmd
