// SPDX-License-Identifier: Apache-2.0
#include "cmd/list.h"

#include <algorithm>
#include <memory>

#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/output.h"
#include "life/state.h"
#include "spec/codec.h"

namespace hull::cmd {

std::string table(const std::vector<spec::State>& states) {
  std::vector<std::vector<std::string>> rows = {
      {"ID", "PID", "STATUS", "BUNDLE", "CREATED", "OWNER"}};
  for (const spec::State& state : states)
    rows.push_back({visible(state.id), hull::format("{}", state.pid.value_or(0)),
                    visible(state.status), visible(state.bundle), visible(state.created),
                    visible(state.owner.value_or(""))});

  std::vector<size_t> widths(rows[0].size(), 12);
  for (const auto& row : rows)
    for (size_t column = 0; column < row.size(); column++)
      widths[column] = std::max(widths[column], row[column].size() + 3);

  std::string out;
  for (const auto& row : rows) {
    for (size_t column = 0; column < row.size(); column++) {
      out += row[column];
      bool last = column + 1 == row.size();
      out += last ? "\n" : std::string(widths[column] - row[column].size(), ' ');
    }
  }
  return out;
}

std::string array(const std::vector<spec::State>& states) {
  std::vector<std::string> texts;
  for (const spec::State& state : states) texts.push_back(spec::encode(state));
  return "[" + join(texts, ",") + "]\n";
}

std::string ids(const std::vector<spec::State>& states) {
  std::string out;
  for (const spec::State& state : states) out += visible(state.id) + '\n';
  return out;
}

Verb list_verb() {
  struct Asked {
    std::string format = "table";
    bool quiet = false;
  };
  auto asked = std::make_shared<Asked>();
  return {.name = "list",
          .arguments = "",
          .summary = "print all containers of the state root",
          .options = {one_of("format", "f", "table|json", "the form of the list (default: table)",
                             &asked->format),
                      toggle("quiet", "q", "print the ids only, in either format", &asked->quiet)},
          .run = [asked](life::Context& context, const Arguments&) -> Result<int> {
            std::vector<spec::State> states = TRY(life::list(context));
            auto form = asked->quiet ? ids : asked->format == "json" ? array : table;
            TRY(print(form(states)));
            return 0;
          }};
}

}  // namespace hull::cmd
