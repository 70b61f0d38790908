// SPDX-License-Identifier: Apache-2.0
// What the two halves of the bench share: the runtimes under test, their commands, and starting
// one with its standard streams on files of ours.
#pragma once

#include <sys/types.h>

#include <array>
#include <string>
#include <vector>

namespace hull::bench {

enum class Command { Run, Create, Start, Delete };

inline constexpr std::array kCommands{Command::Run, Command::Create, Command::Start,
                                      Command::Delete};

std::string_view name_of(Command command);

// One runtime, or the floor program, which has only `run`.
struct Runtime {
  std::string name;
  std::string path;
  bool is_floor = false;
};

// What stays the same for all runtimes of one measurement.
struct Setting {
  std::string bundle;       // holds rootfs/ and config.json
  std::string directory;    // ours: state roots, pid files, standard error
  std::string view;         // v1 or v2, told to the floor program
  std::string container;    // the id
  int null = -1;            // /dev/null, the container's stdin and stdout
  int standard_error = -1;  // an open file that collects what runtimes print
};

// The argv of one command; `delete --force` when `force`.
std::vector<std::string> command_line(const Setting& setting, const Runtime& runtime,
                                      Command command, bool force = false);

// Where `create` was told to write the pid of the container's init.
std::string pid_file(const Setting& setting, const Runtime& runtime);

// The init's pid as `create` wrote it, 0 when it did not.
pid_t created_pid(const Setting& setting, const Runtime& runtime);

// The last line of what runtimes printed since the last call.
std::string last_words(const Setting& setting);

// Pointers for execv; valid as long as `line` is.
std::vector<char*> argv_of(std::vector<std::string>& line);

}  // namespace hull::bench
