// SPDX-License-Identifier: Apache-2.0
#include "criu/service.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "sys/file.h"
#include "sys/interrupt.h"
#include "sys/mount.h"
#include "sys/process.h"
#include "sys/socket.h"
#include "sys/spawn.h"
#include "sys/task.h"

namespace hull::criu {
namespace {

using sys::Fd;
using sys::FdRef;

// Its messages are short; the longest has a line of its log.
constexpr std::size_t kLongestMessage = 64 * 1024;

// Managers call with a poor environment, or none.
constexpr std::string_view kDirectories = "/usr/sbin:/usr/bin:/usr/local/sbin:/sbin";

// criu(8) wants the root to be a mount point, and is not to change the host's mounts for that.
Result<void> make_mount_point(const std::string& root) {
  TRY(sys::cut_mounts_off());
  auto tree = TRY(sys::Tree::clone(FdRef::cwd(), root, sys::Recursive::Yes));
  auto target = TRY(sys::open_at(FdRef::cwd(), root, O_PATH | O_DIRECTORY));
  TRY(tree.attach(target));
  // The container's are not to be slaves of the host's.
  return sys::set_attributes(tree.root(), sys::Recursive::Yes, 0, 0, MS_PRIVATE);
}

Result<void> take_surroundings(const Surroundings& surroundings) {
  if (!surroundings.root.empty())
    TRY(make_mount_point(surroundings.root).context(format("'{}'", surroundings.root)));
  if (!surroundings.keeps_streams) {
    auto nothing = TRY(sys::open_at(FdRef::cwd(), "/dev/null", O_RDWR));
    for (int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
      TRY(sys::duplicate_to(nothing, number));
  }
  TRY(sys::close_on_exec_from(3));
  for (int number : surroundings.descriptors) TRY(sys::set_close_on_exec(FdRef(number), false));
  for (const auto& [number, path] : surroundings.directories) {
    auto directory = TRY(sys::open_at(FdRef::cwd(), path, O_RDONLY | O_DIRECTORY));
    TRY(sys::duplicate_to(directory, number));
  }
  return {};
}

/// The pair of sockets is the child's own, for the service takes the descriptors that it is told of
/// to be those of whoever made it.
Result<void> become(const Surroundings& surroundings, FdRef control) {
  TRY(sys::end_with_parent(true));
  TRY(sys::reset_signals());
  TRY(take_surroundings(surroundings));
  auto [caller, service] = TRY(sys::socket_pair());
  const FdRef passengers[] = {caller};
  TRY(sys::send(control, "socket", passengers));
  TRY(sys::set_close_on_exec(service, false));
  const std::vector<std::string> words = {surroundings.program, "swrk",
                                          std::to_string(service.number())};
  ::execv(surroundings.program.c_str(), sys::pointers(words).data());
  return Error::system(format("execve('{}')", surroundings.program));
}

/// What the child sends: its socket, and what went wrong if it could not execute the service.
Result<Fd> take_socket(FdRef control) {
  Fd socket;
  for (;;) {
    auto message = TRY(sys::receive(control, kLongestMessage));
    if (!message && socket.is_open()) return socket;
    if (!message) return Error::refused("criu: the process that was to execute it has ended");
    if (message->fds.empty()) return Error::refused(std::move(message->text));
    socket = std::move(message->fds.front());
  }
}

bool is_executable(const std::string& path) {
  return ::access(path.c_str(), X_OK) == 0;
}

}  // namespace

Result<Service> Service::start(const Surroundings& surroundings) {
  auto [ours, its] = TRY(sys::socket_pair());
  auto child = TRY(sys::clone(surroundings.root.empty() ? 0 : CLONE_NEWNS, surroundings.cgroup));
  if (!child) {
    ours.close();
    auto obstacle = become(surroundings, its);
    ignore(sys::send(its, obstacle.error().message(), {}), "the parent sees our end then");
    ::_exit(127);
  }
  its.close();
  auto socket = TRY(take_socket(ours));
  return Service(std::move(*child), std::move(socket));
}

Result<Response> Service::converse(std::string_view request, const Notified& notified,
                                   Result<void>& refusal) {
  auto sent = sys::send(socket_, request, {});
  if (!sent && !sent.error().is(EPIPE)) return std::move(sent).error();
  for (;;) {
    TRY(sys::wait_readable(socket_));
    auto message = TRY(sys::receive(socket_, kLongestMessage));
    if (!message) return Error::refused("criu ended without an answer");
    auto answer = TRY(response(message->text));
    if (answer.action != Action::Notify) return answer;
    // It undoes what it did, and answers.
    if (refusal) refusal = notified(answer, std::move(message->fds));
    TRY(sys::send(socket_, criu::notified(static_cast<bool>(refusal)), {}));
  }
}

Result<Response> Service::ask(std::string_view request, const Notified& notified) {
  Result<void> refusal;
  auto answer = converse(request, notified, refusal);
  if (!refusal) return std::move(refusal).error();
  if (!answer) return answer;
  socket_.close();
  TRY(child_.wait());
  return answer;
}

Result<std::string> find_program(const std::string& asked, std::string_view path) {
  if (!asked.empty()) {
    if (is_executable(asked)) return asked;
    return Error::system(format("--criu '{}'", asked));
  }
  const std::string directories = format("{}:{}", path, kDirectories);
  for (std::string_view directory : split(directories, ':')) {
    std::string program = path::below(directory, "criu");
    if (directory.starts_with('/') && is_executable(program)) return program;
  }
  return Error::refused("the program criu is not installed (or give its path by --criu)");
}

}  // namespace hull::criu
