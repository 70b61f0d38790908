// SPDX-License-Identifier: Apache-2.0
#include "sys/spawn.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

#include "base/text.h"
#include "sys/clone.h"
#include "sys/file.h"
#include "sys/interrupt.h"
#include "sys/pipe.h"
#include "sys/task.h"

namespace hull::sys {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kKeptOutput = 4096;

Result<void> become(const Program& program, FdRef input, FdRef output) {
  TRY(end_with_parent(true));
  TRY(reset_signals());
  if (::setpgid(0, 0) < 0) return Error::system("setpgid");
  TRY(duplicate_to(input, STDIN_FILENO));
  TRY(duplicate_to(program.output.value_or(output), STDOUT_FILENO));
  TRY(duplicate_to(program.errors.value_or(output), STDERR_FILENO));
  TRY(close_on_exec_from(3));
  const std::vector<std::string> alone = {program.path};
  auto args = pointers(program.args.empty() ? alone : program.args);
  auto env = pointers(program.env);
  ::execve(program.path.c_str(), args.data(), env.data());
  return Error::system(format("execve('{}')", program.path));
}

void keep_tail(std::string& kept, FdRef output) {
  char part[4096];
  ssize_t got = ::read(output.number(), part, sizeof part);
  if (got <= 0) return;
  kept.append(part, static_cast<std::size_t>(got));
  if (kept.size() > kKeptOutput) kept.erase(0, kept.size() - kKeptOutput);
}

constexpr Clock::time_point kNever = Clock::time_point::max();

int milliseconds_until(Clock::time_point deadline) {
  if (deadline == kNever) return -1;
  auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return left > 0 ? static_cast<int>(std::min<long>(left, 1 << 30)) : 0;
}

/// Reads the output until the program itself ends, whoever else still holds the pipe.
Result<Outcome> supervise(Child& child, FdRef output, std::optional<std::chrono::seconds> timeout) {
  Clock::time_point deadline = timeout ? Clock::now() + *timeout : kNever;
  Outcome outcome;
  pollfd watched[2] = {{child.process().pidfd().number(), POLLIN, 0}, {output.number(), POLLIN, 0}};
  while ((watched[0].revents & POLLIN) == 0) {
    auto ready = TRY(wait(watched, milliseconds_until(deadline)));
    if (ready == 0) {
      outcome.timed_out = true;
      ::kill(-child.pid(), SIGKILL);
      ignore(child.process().signal(SIGKILL), "it may have ended just now");
      deadline = kNever;
    }
    if ((watched[1].revents & POLLIN) != 0) keep_tail(outcome.output, output);
    // Closed by the program while it runs on: nothing more to read, and poll must not spin.
    else if ((watched[1].revents & (POLLHUP | POLLERR)) != 0)
      watched[1].fd = -1;
  }
  pollfd rest = {watched[1].fd, POLLIN, 0};
  while (rest.fd >= 0 && ::poll(&rest, 1, 0) > 0 && (rest.revents & POLLIN) != 0)
    keep_tail(outcome.output, output);
  outcome.exit = TRY(child.wait());
  return outcome;
}

}  // namespace

std::vector<char*> pointers(const std::vector<std::string>& strings) {
  std::vector<char*> array;
  array.reserve(strings.size() + 1);
  for (const std::string& text : strings) array.push_back(const_cast<char*>(text.c_str()));
  array.push_back(nullptr);
  return array;
}

Result<Outcome> run(const Program& program) {
  // A file, not a pipe that the program could leave unread and block us with.
  auto input = TRY(memory_file(program.input));
  auto output = TRY(make_pipe());
  // Written to when execve fails; closed unwritten by the kernel when it succeeds.
  auto failure = TRY(make_pipe());
  auto child = TRY(clone(0, std::nullopt));
  if (!child) {
    auto failed = become(program, input, output.writer);
    int code = failed.error().code();
    ignore(write_all(failure.writer, {reinterpret_cast<const char*>(&code), sizeof code}),
           "the parent reads an empty failure then");
    ::_exit(127);
  }
  output.writer.close();
  failure.writer.close();
  auto told = TRY(read_all(failure.reader));
  if (told.size() == sizeof(int)) {
    int code = 0;
    told.copy(reinterpret_cast<char*>(&code), sizeof code);
    return Error::system(format("execve('{}')", program.path), code);
  }
  return supervise(*child, output.reader, program.timeout);
}

}  // namespace hull::sys
