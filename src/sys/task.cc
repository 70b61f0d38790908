// SPDX-License-Identifier: Apache-2.0
#include "sys/task.h"

#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "base/text.h"

namespace hull::sys {

Result<void> set_resource_limit(int resource, std::uint64_t soft, std::uint64_t hard) {
  const rlimit64 limit = {soft, hard};
  if (::prlimit64(0, static_cast<__rlimit_resource>(resource), &limit, nullptr) < 0)
    return Error::system(format("prlimit(resource {}, soft {}, hard {})", resource, soft, hard));
  return {};
}

Result<DescriptorLimit> raise_descriptor_limit() {
  rlimit64 before = {};
  if (::prlimit64(0, RLIMIT_NOFILE, nullptr, &before) < 0)
    return Error::system("prlimit(RLIMIT_NOFILE)");
  if (before.rlim_cur < before.rlim_max)
    TRY(set_resource_limit(RLIMIT_NOFILE, before.rlim_max, before.rlim_max));
  return DescriptorLimit{before.rlim_cur, before.rlim_max};
}

Result<void> set_personality(std::uint64_t persona) {
  if (::personality(persona) < 0) return Error::system(format("personality({:#x})", persona));
  return {};
}

void forget_arguments() {
  // execve(2) puts the strings of both one behind the other, the arguments first.
  char* const first = program_invocation_name;
  char* end = first + std::strlen(first) + 1;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry)
    if (*entry >= end) end = *entry + std::strlen(*entry) + 1;
  ::explicit_bzero(first, static_cast<std::size_t>(end - first));
}

void hear_of_children() {
  struct sigaction standard = {};
  standard.sa_handler = SIG_DFL;
  ::sigaction(SIGCHLD, &standard, nullptr);
}

Result<void> reset_signals() {
  struct sigaction standard = {};
  standard.sa_handler = SIG_DFL;
  // The kernel refuses SIGKILL and SIGSTOP, glibc its own two: those are at their defaults anyway.
  for (int number = 1; number <= SIGRTMAX; ++number) ::sigaction(number, &standard, nullptr);
  sigset_t none;
  sigemptyset(&none);
  if (::sigprocmask(SIG_SETMASK, &none, nullptr) < 0) return Error::system("sigprocmask");
  return {};
}

Result<void> end_when_asked() {
  struct sigaction end = {};
  end.sa_handler = [](int number) { ::_exit(128 + number); };
  for (const int number : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGRTMIN + 3})
    if (::sigaction(number, &end, nullptr) < 0)
      return Error::system(format("sigaction({})", number));
  return {};
}

Result<void> become_subreaper() {
  if (::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) < 0)
    return Error::system("prctl(CHILD_SUBREAPER)");
  return {};
}

}  // namespace hull::sys
