// SPDX-License-Identifier: Apache-2.0
#include "life/mounts.h"

#include "base/text.h"
#include "cmd/commands.h"

namespace hull::cmd {
namespace {

Result<void> change(life::Context& context, const Arguments& arguments) {
  if (arguments[0] == "add") return life::add_mounts(context, arguments[1], arguments[2]);
  if (arguments[0] == "remove") return life::remove_mounts(context, arguments[1], arguments[2]);
  return Error::refused(hull::format("'{}' is neither add nor remove", arguments[0]));
}

}  // namespace

Verb mounts_verb() {
  return {
      .name = "mounts",
      .arguments = "add|remove ID FILE",
      .summary = "mount something in a container that lives, or take it away",
      .options = {},
      .sealed = true,
      .run = [](life::Context& context, const Arguments& arguments) -> Result<int> {
        TRY(change(context, arguments).context([&] { return hull::format("'{}'", arguments[1]); }));
        return 0;
      }};
}

}  // namespace hull::cmd
