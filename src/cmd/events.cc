// SPDX-License-Identifier: Apache-2.0
#include "life/events.h"

#include <unistd.h>

#include <chrono>
#include <memory>

#include "cmd/commands.h"
#include "cmd/output.h"

namespace hull::cmd {
namespace {

Result<void> print_line(std::string_view document) {
  return print(std::string(document) + '\n');
}

}  // namespace

Verb events_verb() {
  struct Asked {
    bool stats = false;
    std::chrono::nanoseconds interval = std::chrono::seconds(5);
  };
  auto asked = std::make_shared<Asked>();
  return {.name = "events",
          .arguments = "ID",
          .summary = "print what a container uses, again and again, and when its memory runs out",
          .options = {duration("interval", "", "TIME",
                               "how long to wait before each count, such as 1m30s or 500ms "
                               "(default: 5s)",
                               &asked->interval),
                      toggle("stats", "", "count once, at once, and end", &asked->stats)},
          .run = [asked](life::Context& context, const Arguments& arguments) -> Result<int> {
            if (asked->stats) {
              TRY(life::stats(context, arguments[0], print_line));
              return 0;
            }
            TRY(life::follow(context, arguments[0], asked->interval, sys::FdRef(STDOUT_FILENO),
                             print_line));
            return 0;
          }};
}

}  // namespace hull::cmd
