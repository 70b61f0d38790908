// SPDX-License-Identifier: Apache-2.0
#include "bench/samples.h"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>

namespace hull::bench {

std::string_view name_of(Command command) {
  switch (command) {
    case Command::Run:
      return "run";
    case Command::Create:
      return "create";
    case Command::Start:
      return "start";
    case Command::Delete:
      return "delete";
    case Command::Exec:
      return "exec";
    case Command::DeleteForce:
      return "delete-force";
    case Command::KillAndReap:
      return "kill-and-reap";
  }
  return {};
}

std::vector<std::string> command_line(const Setting& setting, const Runtime& runtime,
                                      Command command, const std::string& bundle) {
  if (runtime.is_floor) return {runtime.path, bundle + "/rootfs", setting.view, "/bin/true"};
  const bool force = command == Command::DeleteForce;
  std::vector<std::string> line{runtime.path, "--root", setting.directory + "/" + runtime.name,
                                std::string(name_of(force ? Command::Delete : command))};
  if (command == Command::Run || command == Command::Create) {
    line.insert(line.end(), {"--bundle", bundle});
  }
  if (command == Command::Create) {
    line.insert(line.end(), {"--pid-file", pid_file(setting, runtime)});
  }
  if (force) line.emplace_back("--force");
  line.push_back(setting.container);
  if (command == Command::Exec) line.emplace_back("/bin/true");
  return line;
}

std::string pid_file(const Setting& setting, const Runtime& runtime) {
  return setting.directory + "/" + runtime.name + ".pid";
}

pid_t created_pid(const Setting& setting, const Runtime& runtime) {
  pid_t pid = 0;
  std::ifstream(pid_file(setting, runtime)) >> pid;
  return pid;
}

std::string last_words(const Setting& setting) {
  std::string text(4096, '\0');
  const auto size = pread(setting.standard_error, text.data(), text.size(), 0);
  text.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  if (ftruncate(setting.standard_error, 0) != 0) return "ftruncate refused";
  while (!text.empty() && text.back() == '\n') text.pop_back();
  const auto newline = text.rfind('\n');
  return newline == std::string::npos ? text : text.substr(newline + 1);
}

std::vector<char*> argv_of(std::vector<std::string>& line) {
  std::vector<char*> pointers;
  for (auto& word : line) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace hull::bench
