// SPDX-License-Identifier: Apache-2.0
#include "life/learn.h"

#include <linux/seccomp.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>
#include <utility>

#include "base/text.h"
#include "seccomp/architectures.h"
#include "seccomp/ruleset.h"
#include "seccomp/syscalls.h"
#include "sys/clone.h"
#include "sys/file.h"
#include "sys/seccomp.h"

namespace hull::life {
namespace {

/// A call by its architecture (AUDIT_ARCH_*) and number.
using Call = std::pair<std::uint32_t, std::uint32_t>;

/// Every call of every architecture whose table we have.
plan::Seccomp profile_that_asks() {
  plan::Seccomp profile = {.default_action = SECCOMP_RET_USER_NOTIF};
  for (const seccomp::Architecture& architecture : seccomp::architectures())
    profile.architectures.emplace_back(architecture.name);
  // A signal must not make the process repeat what it has asked for already (Linux 5.19).
  constexpr std::uint32_t kPatient = SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV;
  if (sys::has_filter_flags(kPatient | SECCOMP_FILTER_FLAG_NEW_LISTENER)) profile.flags = kPatient;
  return profile;
}

/// Until nobody is left whom the filter watches. Each kind of call is noted once, at once: what is
/// noted stays noted when we are killed.
Result<void> take_notes(sys::FdRef listener, sys::FdRef notes) {
  std::set<Call> noted;
  while (true) {
    pollfd watched = {listener.number(), POLLIN, 0};
    if (::poll(&watched, 1, -1) < 0 && errno != EINTR) return Error::system("poll");
    if ((watched.revents & POLLIN) == 0) {
      if ((watched.revents & (POLLHUP | POLLERR)) != 0) return {};
      continue;
    }
    auto taken = TRY(sys::take_call(listener));
    if (!taken) continue;
    const Call call = {taken->data.arch, static_cast<std::uint32_t>(taken->data.nr)};
    if (noted.insert(call).second)
      TRY(sys::write_all(notes, format("{} {}\n", call.first, call.second)));
    TRY(sys::let_call_go_on(listener, taken->id));
  }
}

/// In a process of its own: the container's calls wait for it, those that we wait for among them.
/// It ends with the container, or with the last descriptor that keeps the container waiting.
Result<void> start_taking_notes(sys::Fd listener, sys::FdRef notes) {
  auto child = TRY(sys::clone(0, std::nullopt));
  if (!child) {
    // The lock on the container's record among them, which `start` will want.
    auto closed = sys::close_all_but({listener.number(), notes.number()});
    ::_exit(closed && take_notes(listener, notes) ? 0 : 1);
  }
  child->keep();
  return {};
}

Result<std::set<Call>> read_notes(sys::FdRef notes) {
  TRY(sys::rewind(notes));
  auto text = TRY(sys::read_all(notes));
  std::set<Call> calls;
  for (std::string_view line : split(text, '\n')) {
    const std::size_t blank = line.find(' ');
    if (blank == line.npos) continue;
    auto audit = parse_uint(line.substr(0, blank));
    auto number = parse_uint(line.substr(blank + 1));
    if (!audit || !number) return Error::refused(format("a note '{}' is no call", line));
    calls.emplace(static_cast<std::uint32_t>(*audit), static_cast<std::uint32_t>(*number));
  }
  return calls;
}

const seccomp::Architecture* architecture_of(const Call& call) {
  const bool is_x32 = call.first == seccomp::find_architecture("SCMP_ARCH_X32")->audit &&
                      call.second >= seccomp::kX32Bit;
  for (const seccomp::Architecture& architecture : seccomp::architectures())
    if (architecture.audit == call.first && is_x32 == (architecture.base == seccomp::kX32Bit))
      return &architecture;
  return nullptr;
}

/// Names without repetition: the same profile for the same calls, whatever their order was.
spec::Seccomp profile_of(const std::set<Call>& calls, std::vector<std::string>& unknown) {
  std::set<std::string> names;
  std::set<std::string> architectures;
  for (const Call& call : calls) {
    const seccomp::Architecture* architecture = architecture_of(call);
    auto name = architecture ? seccomp::name_of(*architecture, call.second) : std::nullopt;
    if (!name) {
      unknown.push_back(format("{:#x}", call.second));
      continue;
    }
    names.insert(std::move(*name));
    architectures.emplace(architecture->name);
  }
  spec::Seccomp profile;
  profile.default_action = "SCMP_ACT_ERRNO";
  profile.architectures.assign(architectures.begin(), architectures.end());
  profile.syscalls.push_back({.names = {names.begin(), names.end()}, .action = "SCMP_ACT_ALLOW"});
  return profile;
}

}  // namespace

Result<Learnt> learn(Context& context, const CreateOptions& options) {
  auto notes = TRY(sys::memory_file(""));
  RunOptions asked = {.create = options};
  asked.create.watch =
      SyscallWatch{.profile = profile_that_asks(), .take = [&notes](sys::Fd listener) {
                     return start_taking_notes(std::move(listener), notes);
                   }};
  const int status = TRY(run(context, asked));
  auto calls = TRY(read_notes(notes));
  if (calls.empty()) return Error::refused("the container made no system call");
  std::vector<std::string> unknown;
  Learnt learnt = {.profile = profile_of(calls, unknown), .status = status};
  for (const std::string& number : unknown)
    context.log.warning(format("call {} has no name, and is not in the profile", number));
  return learnt;
}

}  // namespace hull::life
