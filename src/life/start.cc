// SPDX-License-Identifier: Apache-2.0
#include "life/start.h"

#include <fcntl.h>
#include <poll.h>

#include <climits>
#include <optional>
#include <string>

#include "base/text.h"
#include "host/hooks.h"
#include "life/container.h"
#include "life/readiness.h"
#include "life/undo.h"
#include "plan/hooks.h"
#include "spec/codec.h"
#include "sys/file.h"
#include "sys/interrupt.h"
#include "wire/protocol.h"

namespace hull::life {
namespace {

Result<void> check_startable(const Container& container) {
  auto status = TRY(container.status());
  switch (status) {
    case Status::Created:
      break;
    case Status::Creating:
      return Error::refused("cannot start a container that is being created");
    case Status::Running:
      return Error::refused("cannot start an already running container");
    case Status::Paused:
      return Error::refused("cannot start a paused container");
    case Status::Stopped:
      return Error::refused("cannot start a container that has stopped");
  }
  if (!container.record().has_process)
    return Error::refused("/process is absent from the container's config, so nothing can start");
  return {};
}

/// What init could not do, by what it left in the fifo; empty text: nothing.
struct Late {
  wire::Late what = wire::Late::Process;
  std::string message;

  bool failed() const { return !message.empty(); }
  /// A process that cannot be executed leaves a stopped container, as one that ends at once does.
  /// Hooks (runtime.md, "Lifecycle" 7 and 9) and confinement that fail undo it.
  bool undoes() const { return failed() && what != wire::Late::Process; }
};

/// Waits until init has executed the process: execve closes init's end of the fifo, and so does its
/// death. But whoever may trace init may have taken that end and hold it open: then /proc tells.
Result<void> await_execution(sys::FdRef fifo, const sys::Process& init, const sys::Proc& proc,
                             const std::optional<std::string>& before) {
  constexpr int kPollMilliseconds = 50;
  pollfd watched[] = {{fifo.number(), 0, 0}, {init.pidfd().number(), POLLIN, 0}};
  while (true) {
    auto ready = TRY(sys::wait(watched, kPollMilliseconds).context("exec.fifo"));
    if (ready != 0) return {};
    const auto program = sys::program_of(proc, format("{}", init.pid()));
    if (program && before && program != before) return {};
  }
}

/// Lets init go on until it has executed the process, or has ended. What it has written before
/// stays in the fifo as long as our end is open.
Result<Late> let_go(Container& container) {
  const Directory& directory = container.directory();
  const sys::Process& init = *container.init();
  auto fifo = TRY(sys::open_at(directory.fd(), Directory::kFifo, O_WRONLY | O_NONBLOCK));
  const auto before = sys::program_of(container.proc(), format("{}", init.pid()));
  TRY(sys::write_all(fifo, "0"));
  TRY(await_execution(fifo, init, container.proc(), before));
  // First, for who sees it with a reader takes the container for one that waits.
  TRY(sys::remove_file(directory.fd(), Directory::kFifo));
  auto reader = TRY(sys::open_at(container.proc().root(), format("self/fd/{}", fifo.number()),
                                 O_RDONLY | O_NONBLOCK));
  fifo.close();
  auto text = TRY(sys::read_available(reader, PIPE_BUF));
  // Of an init that ended before it read our own word.
  if (text.starts_with('0')) text.erase(0, 1);
  if (text.empty()) return Late();
  return Late{static_cast<wire::Late>(text[0]), text.substr(1)};
}

}  // namespace

Result<void> run_poststart(const Record& record) {
  if (record.poststart.empty()) return {};
  auto paths = TRY(plan::plan_hook_paths(record.annotations));
  auto files = TRY(host::open_hook_files(paths));
  return host::run_hooks("poststart", record.poststart,
                         spec::encode(document(record, name(Status::Running), record.init->pid)),
                         files);
}

Result<Started> start_container(Context& context, const std::string& id) {
  auto container = TRY(Container::open(context, id, Lock::Yes));
  TRY(check_startable(container));
  Started started;
  // Before the process runs, which may be ready at once.
  started.readiness = TRY(listen_for_readiness(context, container.directory()));
  if (started.readiness) started.init = TRY(sys::Process::open(container.init()->pid()));
  auto late = TRY(let_go(container));
  if (late.failed() && !late.undoes()) return Error::refused(std::move(late.message));
  Result<void> done =
      late.failed() ? Error::refused(std::move(late.message)) : run_poststart(container.record());
  if (done) return started;
  ignore(undo(context, std::move(container)), "the first failure is what matters");
  return std::move(done).error();
}

Result<void> start(Context& context, const std::string& id) {
  auto started = TRY(start_container(context, id));
  if (!started.readiness) return {};
  return await_readiness(*started.readiness, started.init);
}

}  // namespace hull::life
