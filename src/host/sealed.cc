// SPDX-License-Identifier: Apache-2.0
#include "host/sealed.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/sendfile.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/text.h"
#include "sys/file.h"
#include "sys/mount.h"

namespace hull::host {
namespace {

using sys::FdRef;

constexpr int kSeals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;

Result<bool> is_sealed(FdRef executable) {
  struct statvfs st = {};
  if (::fstatvfs(executable.number(), &st) < 0) return Error::system("fstatvfs('/proc/self/exe')");
  if ((st.f_flag & ST_RDONLY) != 0) return true;
  return ::fcntl(executable.number(), F_GET_SEALS) == kSeals;
}

Result<sys::Fd> readonly_clone(FdRef executable) {
  auto tree = TRY(sys::Tree::clone(executable, "", sys::Recursive::No));
  TRY(sys::set_attributes(tree.root(), sys::Recursive::No, MOUNT_ATTR_RDONLY, 0, 0));
  return std::move(tree).release();
}

Result<sys::Fd> sealed_copy(FdRef executable) {
  int number = ::memfd_create("hull", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (number < 0) return Error::system("memfd_create('hull')");
  sys::Fd copy(number);
  while (true) {
    ssize_t copied = ::sendfile(number, executable.number(), nullptr, std::size_t{1} << 30);
    if (copied < 0) return Error::system("sendfile('/proc/self/exe')");
    if (copied == 0) break;
  }
  if (::fcntl(number, F_ADD_SEALS, kSeals) < 0) return Error::system("fcntl(F_ADD_SEALS)");
  return copy;
}

}  // namespace

Result<void> run_sealed(char* const* argv, char* const* envp) {
  auto executable = TRY(sys::open_at(FdRef::cwd(), "/proc/self/exe", O_RDONLY));
  auto done = TRY(is_sealed(executable));
  if (done) return {};
  auto sealed = readonly_clone(executable);
  if (!sealed) sealed = sealed_copy(executable);
  auto fd = TRY(std::move(sealed));
  ::syscall(SYS_execveat, fd.number(), "", argv, envp, AT_EMPTY_PATH);
  return Error::system("execveat of the sealed executable");
}

}  // namespace hull::host
