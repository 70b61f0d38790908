// SPDX-License-Identifier: Apache-2.0
#include "life/run.h"

#include <memory>
#include <utility>

#include "cmd/commands.h"
#include "cmd/create.h"

namespace hull::cmd {

Verb run_verb() {
  auto asked = std::make_shared<life::RunOptions>();
  std::vector<Option> options = create_options(asked->create);
  options.push_back(
      toggle("detach", "d", "return as soon as the container's process runs", &asked->detach));
  options.push_back(
      toggle("keep", "", "keep the container's state when its process has ended", &asked->keep));
  options.push_back(
      toggle("no-subreaper", "", "do not adopt the container's orphans", &asked->no_subreaper));
  return {.name = "run",
          .arguments = "ID",
          .summary = "create and start a container, wait for its end and delete it",
          .options = std::move(options),
          .sealed = true,
          .run = [asked](life::Context& context, const Arguments& arguments) -> Result<int> {
            asked->create.id = arguments[0];
            TRY(add_activation(asked->create));
            return life::run(context, *asked);
          }};
}

}  // namespace hull::cmd
