// SPDX-License-Identifier: Apache-2.0
#include "cmd/compat.h"

#include <iterator>

#include "base/text.h"

namespace hull::cmd {
namespace {

// A fragment of ours that quotes something, and how crun says the same. `{}` is what is quoted.
struct Phrase {
  std::string_view ours;
  std::string_view crun;
};

constexpr Phrase kPhrases[] = {
    {"exec: \"{}\": executable file not found in $PATH",
     "executable file `{}` not found in $PATH: No such file or directory"},
    {"exec: \"{}\": stat {}: no such file or directory",
     "executable file `{}` not found in $PATH: No such file or directory"},
    {"exec: \"{}\": is a directory: the path `{}` is not a regular file: Operation not permitted",
     "the path `{}` is not a regular file: Operation not permitted"},
    {"exec: \"{}\": permission denied",
     "the path `{}` exists but it is not executable: Permission denied"},
    {"chdir to cwd (\"{}\") set in config.json failed: no such file or directory",
     "chdir to `{}`: No such file or directory"},
};

// These quote nothing; the container's id stands in the frame around them: "create 'web': …".
constexpr Phrase kOfContainer[] = {
    {"container does not exist", "container `{}` does not exist"},
    {"container with given ID already exists", "container `{}` already exists"},
};

std::string filled(std::string_view pattern, std::string_view with) {
  std::string text(pattern);
  for (std::size_t at = text.find("{}"); at != text.npos; at = text.find("{}", at + with.size()))
    text.replace(at, 2, with);
  return text;
}

// Replaces `phrase` where it stands, for the name that it quotes there.
bool reword(std::string& message, const Phrase& phrase) {
  const std::size_t gap = phrase.ours.find("{}");
  const std::string_view before = phrase.ours.substr(0, gap);
  const std::size_t start = message.find(before);
  if (start == message.npos) return false;
  const std::size_t name_start = start + before.size();
  // The rest may quote the name once more, so an end is tried until all of it fits.
  const std::string_view behind = phrase.ours.substr(gap + 2, phrase.ours.find(' ', gap) - gap - 2);
  for (std::size_t end = message.find(behind, name_start); end != message.npos;
       end = message.find(behind, end + 1)) {
    const std::string name = message.substr(name_start, end - name_start);
    const std::string whole = filled(phrase.ours, name);
    if (message.compare(start, whole.size(), whole) != 0) continue;
    message.replace(start, whole.size(), filled(phrase.crun, name));
    return true;
  }
  return false;
}

// "create 'web': container does not exist": the frame stays, the id is quoted once more.
bool reword_container(std::string& message, const Phrase& phrase) {
  const std::size_t open = message.find(" '");
  const std::size_t close = message.find("': ", open == message.npos ? message.npos : open + 2);
  if (close == message.npos || message.compare(close + 3, message.npos, phrase.ours) != 0)
    return false;
  const std::string id = message.substr(open + 2, close - open - 2);
  message.replace(close + 3, message.npos, filled(phrase.crun, id));
  return true;
}

}  // namespace

life::Compat compat(const Globals& globals, std::string_view program) {
  const std::string_view name = globals.compat.empty() ? program : globals.compat;
  if (name == "runc") return life::Compat::Runc;
  return name == "crun" ? life::Compat::Crun : life::Compat::None;
}

std::string worded(life::Compat compat, std::string message) {
  if (compat != life::Compat::Crun) return message;
  for (const Phrase& phrase : kPhrases)
    if (reword(message, phrase)) return message;
  for (const Phrase& phrase : kOfContainer)
    if (reword_container(message, phrase)) return message;
  return message;
}

}  // namespace hull::cmd
