// SPDX-License-Identifier: Apache-2.0
#include "inside/proc_maker.h"

#include <linux/audit.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <vector>

#include "sys/clone.h"
#include "sys/file.h"
#include "sys/identity.h"
#include "sys/namespace.h"
#include "sys/process.h"
#include "sys/seccomp.h"
#include "sys/task.h"
#include "sys/trace.h"
#include "wire/link.h"

namespace hull::inside {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
#error "the kernel's name of this architecture (linux/audit.h) is missing here"
#endif

sock_filter load(std::size_t offset) {
  return {BPF_LD | BPF_W | BPF_ABS, 0, 0, static_cast<std::uint32_t>(offset)};
}

sock_filter verdict(std::uint32_t action) {
  return {BPF_RET | BPF_K, 0, 0, action};
}

/// Lets those calls pass, and kills for any other.
std::vector<sock_filter> only(std::initializer_list<long> calls) {
  constexpr std::uint16_t kIsEqual = BPF_JMP | BPF_JEQ | BPF_K;
  std::vector<sock_filter> program = {load(offsetof(seccomp_data, arch)),
                                      {kIsEqual, 1, 0, kArchitecture},
                                      verdict(SECCOMP_RET_KILL_PROCESS),
                                      load(offsetof(seccomp_data, nr))};
  for (long call : calls) {
    program.push_back({kIsEqual, 0, 1, static_cast<std::uint32_t>(call)});
    program.push_back(verdict(SECCOMP_RET_ALLOW));
  }
  program.push_back(verdict(SECCOMP_RET_KILL_PROCESS));
  return program;
}

/// Leaves all file systems for an empty one.
Result<void> leave_files() {
  TRY(sys::unshare(CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP));
  TRY(sys::cut_mounts_off());
  auto filesystem = TRY(sys::Filesystem::open("tmpfs"));
  auto empty = TRY(std::move(filesystem).mount(MOUNT_ATTR_RDONLY));
  auto root = TRY(sys::open_at(sys::FdRef::cwd(), "/", O_PATH | O_DIRECTORY));
  TRY(empty.attach(root));
  return sys::pivot_root(empty.root());
}

/// In a process of its own. What it clones opens the only descriptor of both, number 0
/// (CLONE_FILES).
Result<void> confine_maker(sys::FdRef pid_namespace) {
  TRY(sys::end_with_parent(true));
  TRY(leave_files());
  TRY(sys::enter_namespace(pid_namespace, CLONE_NEWPID));
  const std::uint64_t needed = std::uint64_t{1} << CAP_SYS_ADMIN;
  TRY(sys::set_ambient(0, sys::last_capability()));
  TRY(sys::set_capabilities(needed, needed, 0));
  // For us, who take the descriptor.
  TRY(sys::set_dumpable(true));
  sys::forget_arguments();
  // What we clone leaves no zombie to the container.
  struct sigaction ignored = {};
  ignored.sa_handler = SIG_IGN;
  if (::sigaction(SIGCHLD, &ignored, nullptr) < 0) return Error::system("sigaction(SIGCHLD)");
  return {};
}

[[noreturn]] void open_in_there(sys::FdRef pid_namespace, wire::Link link) {
  auto confined = confine_maker(pid_namespace);
  if (!confined) link.fail(confined.error());
  // From here on we are traced, and so is what we clone: nobody in there can trace that.
  if (!confined || !link.tell(wire::Step::Ready) || !link.expect(wire::Step::Recorded)) ::_exit(1);
  if (::close_range(0, ~0U, 0) < 0) ::_exit(1);
  const auto filter = only({SYS_clone, SYS_fsopen, SYS_ppoll, SYS_exit_group});
  if (!sys::load_filter(filter, 0)) ::_exit(1);
  constexpr unsigned long kFlags = CLONE_FILES | SIGCHLD;
  const long pid = ::syscall(SYS_clone, kFlags, 0UL, 0UL, 0UL, 0UL);
  if (pid == 0) ::_exit(::syscall(SYS_fsopen, "proc", FSOPEN_CLOEXEC) == 0 ? 0 : 1);
  // Until we are killed by whoever takes it.
  ::syscall(SYS_ppoll, nullptr, 0, nullptr, nullptr, 0);
  ::_exit(1);
}

Result<sys::Fd> take_context(const sys::Process& maker) {
  auto context = maker.take_descriptor(0);
  if (context || !context.error().is(EBADF)) return context;
  return Error::refused("who was to open a proc in the pid namespace could not");
}

}  // namespace

Result<sys::Filesystem> open_proc_by_helper(sys::FdRef pid_namespace) {
  auto links = TRY(wire::Link::pair());
  auto maker = TRY(sys::clone(0, std::nullopt));
  if (!maker) {
    links.first.close();
    open_in_there(pid_namespace, std::move(links.second));
  }
  links.second.close();
  TRY(links.first.expect(wire::Step::Ready));
  auto traced = TRY(sys::Traced::seize(maker->process()));
  TRY(links.first.tell(wire::Step::Recorded));
  TRY(traced.await_clone());
  TRY(traced.see_out());
  auto context = TRY(take_context(maker->process()));
  return sys::Filesystem::adopt(std::move(context), "proc");
}

Result<sys::Filesystem> open_proc_for(sys::FdRef pid_namespace) {
  auto filesystem = TRY(sys::Filesystem::open("proc"));
  auto set = filesystem.set("pidns", pid_namespace);
  if (set) return filesystem;
  // The kernel knows no such option.
  if (!set.error().is(EINVAL)) return std::move(set).error();
  return open_proc_by_helper(pid_namespace);
}

}  // namespace hull::inside
