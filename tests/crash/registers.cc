// SPDX-License-Identifier: Apache-2.0
#include "registers.h"

#include <elf.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>

namespace hull::crash {

// Call number -1 is none, and the kernel leaves the register of the result as the tracer set it.

#if defined(__x86_64__)

bool refuse_call(pid_t pid, int error) {
  user_regs_struct registers = {};
  if (::ptrace(PTRACE_GETREGS, pid, nullptr, &registers) < 0) return false;
  registers.orig_rax = static_cast<unsigned long long>(-1);
  registers.rax = static_cast<unsigned long long>(-error);
  return ::ptrace(PTRACE_SETREGS, pid, nullptr, &registers) == 0;
}

#elif defined(__aarch64__)

bool refuse_call(pid_t pid, int error) {
  int none = -1;
  iovec number = {&none, sizeof none};
  if (::ptrace(PTRACE_SETREGSET, pid, NT_ARM_SYSTEM_CALL, &number) < 0) return false;
  user_regs_struct registers = {};
  iovec all = {&registers, sizeof registers};
  if (::ptrace(PTRACE_GETREGSET, pid, NT_PRSTATUS, &all) < 0) return false;
  registers.regs[0] = static_cast<unsigned long long>(-error);
  return ::ptrace(PTRACE_SETREGSET, pid, NT_PRSTATUS, &all) == 0;
}

#else
#error "tests/crash knows the registers of x86_64 and aarch64"
#endif

}  // namespace hull::crash
