// SPDX-License-Identifier: Apache-2.0
// Times run, create, start and delete of several runtimes, exec in a container that runs, and the
// forced end of it, interleaved, and prints raw samples:
//   sample hot|gap COMMAND RUNTIME NANOSECONDS     from before the spawn until after the wait
//   cost COMMAND RUNTIME CALLS PEAK_KB PROCESSES   under ptrace, so never in the timed rounds
//   refused RUNTIME LAST LINE OF ITS ERRORS        in the warm-up; it is then left out
// Started by tests/bench/run, which makes the bundle, the view and the table.
#include "bench/samples.h"
#include "bench/trace.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <optional>
#include <random>

namespace hull::bench {

namespace {

struct Plan {
  std::vector<Runtime> runtimes;
  int rounds = 0;
  int gap_rounds = 0;
  int gap_milliseconds = 0;
  int traced_rounds = 3;
};

std::int64_t now() {
  timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

void idle(int milliseconds) {
  const timespec time{milliseconds / 1000, milliseconds % 1000 * 1'000'000L};
  nanosleep(&time, nullptr);
}

// Nanoseconds from before the spawn until the command was reaped; nothing when it was refused.
std::optional<std::int64_t> timed(const Setting& setting, std::vector<std::string> line) {
  auto argv = argv_of(line);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, setting.null, 0);
  posix_spawn_file_actions_adddup2(&actions, setting.null, 1);
  posix_spawn_file_actions_adddup2(&actions, setting.standard_error, 2);
  pid_t child = 0;
  siginfo_t end{};
  const auto before = now();
  const int refusal = posix_spawn(&child, argv[0], &actions, nullptr, argv.data(), environ);
  if (refusal == 0) waitid(P_PID, static_cast<id_t>(child), &end, WEXITED);
  const auto after = now();
  posix_spawn_file_actions_destroy(&actions);
  if (refusal != 0) {
    dprintf(setting.standard_error, "%s: %s\n", argv[0], std::strerror(refusal));
    return {};
  }
  if (end.si_code != CLD_EXITED || end.si_status != 0) return {};
  return after - before;
}

// The container's init is our child once `create` is gone, because we are the subreaper.
void wait_for_end(pid_t init) {
  siginfo_t end;
  if (init > 0) waitid(P_PID, static_cast<id_t>(init), &end, WEXITED);
}

void remove_by_force(const Setting& setting, const Runtime& runtime) {
  if (!runtime.is_floor) {
    timed(setting, command_line(setting, runtime, Command::DeleteForce, setting.bundle));
  }
  while (waitpid(-1, nullptr, WNOHANG) > 0) {
  }
}

// When the samples are from, null for those that don't count; and the idleness before each command,
// in milliseconds.
struct Mode {
  const char* name = nullptr;
  int gap = 0;
};

void print_sample(const Mode& mode, Command command, const Runtime& runtime, std::int64_t took) {
  if (!mode.name) return;
  std::printf("sample %s %s %s %jd\n", mode.name, name_of(command).data(), runtime.name.c_str(),
              static_cast<std::intmax_t>(took));
}

// One run, then one create, start and delete, with a sample each. False when the runtime refused,
// with its words left to be read.
bool live_shortly(const Setting& setting, const Runtime& runtime, const Mode& mode) {
  for (const auto command : kCommands) {
    if (runtime.is_floor && command != Command::Run) break;
    if (mode.gap > 0) idle(mode.gap);
    const auto took =
        timed(setting, command_line(setting, runtime, command,
                                    runtime.bundle.empty() ? setting.bundle : runtime.bundle));
    if (!took) return false;
    print_sample(mode, command, runtime, *took);
    if (command == Command::Start) wait_for_end(created_pid(setting, runtime));
  }
  return true;
}

// Nanoseconds from SIGKILL until the container's init was reaped.
std::int64_t kill_and_reap(pid_t init) {
  const auto before = now();
  kill(init, SIGKILL);
  wait_for_end(init);
  return now() - before;
}

// Leaves a container that runs.
bool begin_sleeper(const Setting& setting, const Runtime& runtime) {
  for (const auto command : {Command::Create, Command::Start}) {
    if (!timed(setting, command_line(setting, runtime, command, setting.sleeper))) return false;
  }
  return true;
}

bool exec_once(const Setting& setting, const Runtime& runtime, const Mode& mode) {
  if (mode.gap > 0) idle(mode.gap);
  const auto took = timed(setting, command_line(setting, runtime, Command::Exec, setting.sleeper));
  if (!took) return false;
  print_sample(mode, Command::Exec, runtime, *took);
  return true;
}

// A container that runs, used by an exec, and brought to its end by `end`: `delete --force`, or our
// own SIGKILL.
bool end_once(const Setting& setting, const Runtime& runtime, const Mode& mode, Command end) {
  if (!begin_sleeper(setting, runtime) || !exec_once(setting, runtime, mode)) return false;
  const auto init = created_pid(setting, runtime);
  if (mode.gap > 0) idle(mode.gap);
  if (end == Command::KillAndReap) {
    print_sample(mode, end, runtime, kill_and_reap(init));
    return timed(setting, command_line(setting, runtime, Command::Delete, setting.sleeper))
        .has_value();
  }
  const auto took = timed(setting, command_line(setting, runtime, end, setting.sleeper));
  if (!took) return false;
  print_sample(mode, end, runtime, *took);
  wait_for_end(init);
  return true;
}

bool live_once(const Setting& setting, const Runtime& runtime, const Mode& mode) {
  if (!live_shortly(setting, runtime, mode)) return false;
  return runtime.is_floor || (end_once(setting, runtime, mode, Command::DeleteForce) &&
                              end_once(setting, runtime, mode, Command::KillAndReap));
}

// In a container whose own commands are not traced.
bool trace_exec(const Setting& setting, const Runtime& runtime, Tracer& tracer) {
  if (!begin_sleeper(setting, runtime)) return false;
  const auto line = command_line(setting, runtime, Command::Exec, setting.sleeper);
  const bool traced = tracer.run(setting, line, Command::Exec);
  const auto init = created_pid(setting, runtime);
  const bool ended =
      timed(setting, command_line(setting, runtime, Command::DeleteForce, setting.sleeper))
          .has_value();
  wait_for_end(init);
  return traced && ended;
}

bool trace_once(const Setting& setting, const Runtime& runtime) {
  Tracer tracer(setting.bundle + "/rootfs/bin/busybox");
  for (const auto command : kCommands) {
    if (runtime.is_floor && command != Command::Run) break;
    const auto line = command_line(setting, runtime, command,
                                   runtime.bundle.empty() ? setting.bundle : runtime.bundle);
    if (!tracer.run(setting, line, command)) return false;
    if (command == Command::Start) tracer.follow_until_gone(created_pid(setting, runtime));
  }
  if (!runtime.is_floor && !trace_exec(setting, runtime, tracer)) return false;
  for (const auto& [command, cost] : tracer.costs()) {
    std::printf("cost %s %s %ld %ld %ld\n", name_of(command).data(), runtime.name.c_str(),
                cost.calls, cost.peak, cost.processes);
  }
  return true;
}

// Every round in another order, so that no runtime always pays for the same one's clean-up; the
// seed is fixed, so that two runs differ only by the machine.
bool measure(const Setting& setting, const Plan& plan, const Mode& mode, int rounds) {
  std::mt19937 order(1);
  auto runtimes = plan.runtimes;
  for (int round = 0; round < rounds; round++) {
    std::shuffle(runtimes.begin(), runtimes.end(), order);
    for (const auto& runtime : runtimes) {
      if (live_once(setting, runtime, mode)) continue;
      std::fprintf(stderr, "timer: %s refused in round %d: %s\n", runtime.name.c_str(), round + 1,
                   last_words(setting).c_str());
      remove_by_force(setting, runtime);
      return false;
    }
  }
  return true;
}

// Twice each, untimed: caches warm, and who cannot work here is named and left out.
void warm_up(const Setting& setting, Plan& plan) {
  std::erase_if(plan.runtimes, [&](const Runtime& runtime) {
    if (live_once(setting, runtime, {}) && live_once(setting, runtime, {})) return false;
    std::printf("refused %s %s\n", runtime.name.c_str(), last_words(setting).c_str());
    remove_by_force(setting, runtime);
    last_words(setting);
    return true;
  });
}

int perform(const Setting& setting, Plan& plan) {
  warm_up(setting, plan);
  for (const auto& runtime : plan.runtimes) {
    for (int round = 0; round < plan.traced_rounds; round++) {
      if (trace_once(setting, runtime)) continue;
      std::fprintf(stderr, "timer: %s refused under ptrace: %s\n", runtime.name.c_str(),
                   last_words(setting).c_str());
      remove_by_force(setting, runtime);
      break;
    }
  }
  const bool measured =
      measure(setting, plan, {.name = "hot"}, plan.rounds) &&
      measure(setting, plan, {.name = "gap", .gap = plan.gap_milliseconds}, plan.gap_rounds);
  return measured ? 0 : 1;
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

}  // namespace hull::bench

// timer BUNDLE SLEEPER DIRECTORY VIEW ID ROUNDS GAP_ROUNDS GAP_MILLISECONDS NAME=PATH[@BUNDLE]…;
// the runtime that is named floor is the floor program.
int main(int argc, char** argv) {
  using namespace hull::bench;
  if (argc < 10) {
    std::fprintf(stderr, "timer: started by tests/bench/run, not by hand\n");
    return 2;
  }
  Setting setting{.bundle = argv[1],
                  .sleeper = argv[2],
                  .directory = argv[3],
                  .view = argv[4],
                  .container = argv[5]};
  Plan plan{.rounds = number(argv[6]),
            .gap_rounds = number(argv[7]),
            .gap_milliseconds = number(argv[8])};
  for (int i = 9; i < argc; i++) {
    const std::string word = argv[i];
    const auto equals = word.find('=');
    const auto name = word.substr(0, equals);
    const auto at = word.find('@', equals);
    plan.runtimes.push_back({name, word.substr(equals + 1, at - equals - 1), name == "floor",
                             at == word.npos ? "" : word.substr(at + 1)});
  }
  setting.null = open("/dev/null", O_RDWR | O_CLOEXEC);
  setting.standard_error = open((setting.directory + "/stderr").c_str(),
                                O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
  if (setting.null < 0 || setting.standard_error < 0) {
    std::perror("timer");
    return 1;
  }
  // So that a container's init, an orphan once `create` ended, can be waited for.
  prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  return perform(setting, plan);
}
