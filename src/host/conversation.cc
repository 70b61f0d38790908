// SPDX-License-Identifier: Apache-2.0
#include "host/conversation.h"

#include <sys/ioctl.h>

#include <cerrno>
#include <csignal>

#include "base/text.h"
#include "host/seccomp.h"
#include "sys/file.h"

namespace hull::host {

Result<void> Launched::let_go() const {
  return sys::write_all(go, "1");
}

bool Launched::went_on() const {
  int left = 0;
  return ::ioctl(go_reader.number(), FIONREAD, &left) == 0 && left == 0;
}

Result<void> Launched::tell_recorded(const ListenerTaker& taker) {
  if (!go.is_open()) return link.tell(wire::Step::Recorded);  // (9)
  TRY(let_go());
  if (!listener) return {};
  auto taken = TRY(take_listener(init.process(), *listener));
  TRY(taker(std::move(taken), init.pid()));
  return let_go();
}

Result<sys::Process> Launched::release(const ListenerTaker& taker) {
  TRY(tell_recorded(taker));
  link.close();
  go.close();
  net_devices.keep();
  return init.keep();
}

Result<void> meet(Launched& launched, sys::Child stage) {
  auto hello = TRY(launched.link.expect(wire::Step::Hello));  // (1)
  if (hello.sender == stage.pid()) {
    launched.init = std::move(stage);
    return {};
  }
  auto process = TRY(sys::Process::open(hello.sender));
  launched.init = sys::Child(std::move(process));
  TRY(stage.wait());
  return {};
}

Result<void> set_oom_score(const sys::Proc& proc, std::string_view who,
                           const plan::Process& process, const Warner& warn) {
  if (!process.oom_score_adj) return {};
  auto written = proc.write(format("{}/oom_score_adj", who), format("{}", *process.oom_score_adj));
  if (!written && written.error().is(EACCES) && process.oom_score_may_stay) {
    warn(format("/process/oomScoreAdj: {} is lower than the caller may go: the score stays",
                *process.oom_score_adj));
    return {};
  }
  return std::move(written).context("/process/oomScoreAdj");
}

Result<void> take_console(Launched& launched, sys::Message console) {
  if (console.fds.size() != 1) return Error::refused("the console came without its master");
  launched.console = std::move(console.fds[0]);
  launched.console_name = std::move(console.text);
  return {};
}

Result<sys::Fd> take_announced(const Launched& launched, const sys::Message& announced) {
  const auto number = parse_int(announced.text);
  if (!number) return Error::refused("the listener came without its number");
  return take_listener(launched.init.process(), static_cast<int>(*number));
}

Result<void> hand_listener_on(const Launched& launched, const sys::Message& announced,
                              const ListenerTaker& taker) {
  auto listener = TRY(take_announced(launched, announced));
  return taker(std::move(listener), launched.init.pid());
}

Error unexpected(wire::Step came, wire::Step awaited) {
  return Error::refused(
      format("step '{}' came instead of '{}'", wire::name(came), wire::name(awaited)));
}

Error explain(Error error, Launched& launched, std::string_view who) {
  auto word = launched.link.last_word();
  if (word) return std::move(*word);
  if (!launched.link.is_broken() || !launched.init.is_running()) return error;
  auto exit = launched.init.wait();
  if (!exit) return error;
  if (exit->signal == SIGSYS)
    return std::move(error)
        .context(format("{} was killed by signal 31 (SIGSYS)", who))
        .hint("the seccomp profile must let the runtime read and execute");
  if (exit->signal != 0)
    return std::move(error).context(format("{} was killed by signal {}", who, exit->signal));
  return std::move(error).context(format("{} ended with status {}", who, exit->status));
}

}  // namespace hull::host
