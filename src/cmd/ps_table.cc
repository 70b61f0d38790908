// SPDX-License-Identifier: Apache-2.0
#include "cmd/ps_table.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace hull::cmd {
namespace {

constexpr std::string_view kTitle = "PID";

// A word of a line, and the column behind its last character.
struct Word {
  std::string_view text;
  std::size_t end;
};

std::vector<Word> words(std::string_view line) {
  std::vector<Word> list;
  constexpr std::string_view kBlank = " \t";
  for (std::size_t at = 0; (at = line.find_first_not_of(kBlank, at)) != line.npos;) {
    const std::size_t end = std::min(line.find_first_of(kBlank, at), line.size());
    list.push_back({line.substr(at, end - at), end});
    at = end;
  }
  return list;
}

struct Column {
  std::size_t index;
  std::size_t end;
};

std::optional<Column> column(std::string_view heading) {
  const std::vector<Word> titles = words(heading);
  auto found = std::ranges::find(titles, kTitle, &Word::text);
  if (found == titles.end()) return std::nullopt;
  return Column{static_cast<std::size_t>(found - titles.begin()), found->end};
}

// ps aligns numbers with the right edge of their title, which also finds the one behind a column
// with blanks in it. A line in which something wide has shifted the rest is counted by words.
std::string_view entry(const Column& column, std::string_view line) {
  const std::vector<Word> list = words(line);
  auto aligned = std::ranges::find(list, column.end, &Word::end);
  if (aligned != list.end() && parse_uint(aligned->text)) return aligned->text;
  return column.index < list.size() ? list[column.index].text : std::string_view();
}

}  // namespace

std::string array(const std::vector<pid_t>& pids) {
  std::vector<std::string> numbers;
  for (pid_t pid : pids) numbers.push_back(std::to_string(pid));
  return "[" + join(numbers, ",") + "]\n";
}

Result<std::string> lines_of(const std::vector<pid_t>& pids, std::string_view table) {
  const std::vector<std::string_view> lines = split(table, '\n');
  auto pid_column = column(lines.front());
  if (!pid_column)
    return Error::refused(hull::format("its output has no column {}", kTitle))
        .hint("choose a format of ps that has one");
  // ps(1) of procps shows no control character of a command line; another's may.
  std::string out = hull::format("{}\n", one_line(lines.front()));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    auto pid = parse_int(entry(*pid_column, lines[i]));
    if (pid && std::ranges::find(pids, *pid) != pids.end())
      out += hull::format("{}\n", one_line(lines[i]));
  }
  return out;
}

}  // namespace hull::cmd
