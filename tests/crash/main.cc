// SPDX-License-Identifier: Apache-2.0
// Ends `create` at each of its system calls and looks at what is left: crash MODE [--every N]
// STATE CGROUP RUNTIME BUNDLE ID [GLOBAL-OPTION...]. Prints a summary; faults go to standard error,
// and the exit status is 1 then. Modes:
//   kill   SIGKILL before call 1, 2, 3 …; then `delete --force`, which must be silent; then nothing
//          may be left
//   term   SIGTERM instead; nothing may be left without any delete
//   fail   the call fails with EPERM, EIO or ENOMEM; a refusal says why in one line and leaves
//          nothing
#include <sys/syscall.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "registers.h"
#include "scene.h"
#include "tracee.h"

namespace hull::crash {
namespace {

struct Test {
  std::string mode;
  /// Only each so many-th call: a sample.
  long every = 1;
  std::vector<std::string> create;
  std::vector<std::string> remove;
};

/// Calls that the kernel does not refuse while a process is well, or whose failure nobody can be
/// told of: the end itself, giving back, and the memory without which there is no message.
bool never_fails(long call) {
  constexpr long kCalls[] = {
      SYS_exit,       SYS_exit_group, SYS_rt_sigreturn, SYS_close,           SYS_munmap,
      SYS_mmap,       SYS_brk,        SYS_mprotect,     SYS_set_tid_address, SYS_set_robust_list,
      SYS_rseq,
#ifdef SYS_arch_prctl
      SYS_arch_prctl,
#endif
  };
  return std::ranges::find(kCalls, call) != std::end(kCalls);
}

std::string shown(const sys::Exit& exit, const std::string& output) {
  const std::string how =
      exit.signal != 0 ? format("signal {}", exit.signal) : format("exit status {}", exit.status);
  return format("{}, saying '{}'", how, output);
}

/// `delete --force` and what is left after it.
std::string deleted(const Test& test, Scene& scene) {
  const Ended ended = run(test.remove);
  std::string faults;
  if (ended.exit.code() != 0 || !ended.output.empty())
    faults = "delete --force ended with " + shown(ended.exit, ended.output) + "\n";
  return faults + scene.remains();
}

std::string after_kill(const Test& test, Tracee& tracee, Scene& scene) {
  tracee.release(SIGKILL);
  if (!tracee.wait()) return "create does not die\n";
  std::string faults = scene.settle();
  return faults + deleted(test, scene);
}

/// A create that succeeded has left a container and no words; one that did not, words and nothing.
std::string after_end(const Test& test, Tracee& tracee, Scene& scene, bool signalled) {
  auto exit = tracee.wait();
  if (!exit) {
    ::kill(tracee.pid(), SIGKILL);
    return "create hangs\n";
  }
  const std::string output = tracee.output();
  const std::string how = "create ended with " + shown(*exit, output);
  std::string faults = scene.settle();
  if (exit->code() == 0) {
    if (!scene.has_container()) faults += how + " and there is no container\n";
    return faults + deleted(test, scene);
  }
  const bool one_line = std::ranges::count(output, '\n') == 1 && output.size() > 1;
  // Before it can be caught, a signal just ends us.
  if (!one_line && !(signalled && exit->signal == SIGTERM && output.empty()))
    faults += "not one line: " + how + "\n";
  const std::string left = scene.remains();
  return left.empty() ? faults : faults + how + "\n" + left;
}

/// A create that nobody disturbs succeeds, and can be deleted.
std::string undisturbed(const Test& test, Scene& scene) {
  Tracee tracee(test.create);
  tracee.release(0);
  std::string faults = after_end(test, tracee, scene, false);
  auto exit = tracee.wait();
  if (exit && exit->code() != 0) faults += "an undisturbed create fails\n" + tracee.output();
  return faults;
}

/// One try; nothing when create ended before its `nth` call, which is told in `call`.
std::optional<std::string> attempt(const Test& test, Scene& scene, long nth, long& call) {
  static constexpr int kErrors[] = {EPERM, EIO, ENOMEM};
  Tracee tracee(test.create);
  for (long i = 0; i < nth; ++i) {
    auto next = tracee.next_call();
    if (!next) {
      deleted(test, scene);
      return std::nullopt;
    }
    call = *next;
  }
  if (test.mode == "kill") return after_kill(test, tracee, scene);
  const bool fail = test.mode == "fail" && !never_fails(call);
  if (fail && !refuse_call(tracee.pid(), kErrors[nth % 3])) give_up("ptrace(SETREGSET)");
  tracee.release(test.mode == "term" ? SIGTERM : 0);
  return after_end(test, tracee, scene, test.mode == "term");
}

int test_all(const Test& test, Scene& scene) {
  if (std::string faults = undisturbed(test, scene); !faults.empty()) {
    std::fprintf(stderr, "undisturbed:\n%s", faults.c_str());
    return EXIT_FAILURE;
  }
  long tried = 0;
  long faulty = 0;
  for (long nth = 1;; nth += test.every) {
    long call = -1;
    auto faults = attempt(test, scene, nth, call);
    if (!faults) break;
    ++tried;
    if (faults->empty()) continue;
    ++faulty;
    std::fprintf(stderr, "%s at call %ld (number %ld):\n%s", test.mode.c_str(), nth, call,
                 faults->c_str());
    scene.clear();
    if (faulty == 20) break;
  }
  std::printf("%s: %ld calls tried, %ld faulty\n", test.mode.c_str(), tried, faulty);
  return faulty == 0 && tried > 50 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int usage() {
  std::fputs("usage: crash kill|term|fail [--every N] STATE CGROUP RUNTIME BUNDLE ID [OPTION...]\n",
             stderr);
  return 2;
}

int start(std::vector<std::string> words) {
  Test test;
  if (words.empty()) return usage();
  test.mode = words[0];
  words.erase(words.begin());
  if (words.size() > 2 && words[0] == "--every") {
    test.every = std::max(1L, std::atol(words[1].c_str()));
    words.erase(words.begin(), words.begin() + 2);
  }
  const bool known = test.mode == "kill" || test.mode == "term" || test.mode == "fail";
  if (!known || words.size() < 5) return usage();
  test.create = {words[2], "--root", words[0]};
  test.create.insert(test.create.end(), words.begin() + 5, words.end());
  test.remove = test.create;
  test.create.insert(test.create.end(), {"create", "--bundle", words[3], words[4]});
  test.remove.insert(test.remove.end(), {"delete", "--force", words[4]});
  Scene scene(words[0], words[1]);
  return test_all(test, scene);
}

}  // namespace
}  // namespace hull::crash

int main(int argc, char** argv) {
  return hull::crash::start({argv + 1, argv + argc});
}
