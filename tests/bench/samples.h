// SPDX-License-Identifier: Apache-2.0
// What the two halves of the bench share: the runtimes under test, their commands, and starting
// one with its standard streams on files of ours.
#pragma once

#include <sys/types.h>

#include <array>
#include <string>
#include <vector>

namespace hull::bench {

// Exec runs /bin/true in a container that runs, DeleteForce ends it; KillAndReap is what it is
// measured by: a bare SIGKILL to the init of such a container and its reaping, by ourselves.
enum class Command { Run, Create, Start, Delete, Exec, DeleteForce, KillAndReap };

// Of one life, in this order, with a process that ends by itself.
inline constexpr std::array kCommands{Command::Run, Command::Create, Command::Start,
                                      Command::Delete};

// One word, as in the samples.
std::string_view name_of(Command command);

// One runtime, or the floor program, which has only `run`.
struct Runtime {
  std::string name;
  std::string path;
  bool is_floor = false;
  /// Of its own, where it differs from the others' by more than the runtime; else empty.
  std::string bundle = {};
};

// What stays the same for all runtimes of one measurement.
struct Setting {
  std::string bundle;       // holds rootfs/ and config.json; its process ends at once
  std::string sleeper;      // the same bundle with a process that does not end, to exec in
  std::string directory;    // ours: state roots, pid files, standard error
  std::string view;         // v1 or v2, told to the floor program
  std::string container;    // the id
  int null = -1;            // /dev/null, the container's stdin and stdout
  int standard_error = -1;  // an open file that collects what runtimes print
};

// The argv of one command (not of KillAndReap, which is none) for a container made of `bundle`.
std::vector<std::string> command_line(const Setting& setting, const Runtime& runtime,
                                      Command command, const std::string& bundle);

// Where `create` was told to write the pid of the container's init.
std::string pid_file(const Setting& setting, const Runtime& runtime);

// The init's pid as `create` wrote it, 0 when it did not.
pid_t created_pid(const Setting& setting, const Runtime& runtime);

// The last line of what runtimes printed since the last call.
std::string last_words(const Setting& setting);

// Pointers for execv; valid as long as `line` is.
std::vector<char*> argv_of(std::vector<std::string>& line);

}  // namespace hull::bench
