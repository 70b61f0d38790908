// SPDX-License-Identifier: Apache-2.0
#include "cmd/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <ctime>
#include <string>
#include <utility>

#include "base/text.h"
#include "sys/file.h"

namespace hull::cmd {
namespace {

// SIGPIPE held back for one write. Not ignored: children inherit what is ignored.
class PipeSignalHeld {
 public:
  PipeSignalHeld() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    sigset_t pending;
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE);
    sigprocmask(SIG_BLOCK, &pipe_, &before_);
  }
  PipeSignalHeld(const PipeSignalHeld&) = delete;
  PipeSignalHeld& operator=(const PipeSignalHeld&) = delete;
  ~PipeSignalHeld() {
    timespec at_once = {};
    if (!was_pending_) sigtimedwait(&pipe_, nullptr, &at_once);
    sigprocmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t pipe_;
  sigset_t before_;
  bool was_pending_ = false;
};

}  // namespace

Result<void> open_standard_streams() {
  // open(2) gives the lowest free number, so the lower ones are taken by the time a higher is due.
  for (int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(number, F_GETFD) >= 0) continue;
    sys::Fd null = TRY(sys::open_at(sys::FdRef::cwd(), "/dev/null", O_RDWR));
    TRY(sys::set_close_on_exec(null, false));
    null.release();
  }
  return {};
}

Result<void> write_quietly(sys::FdRef fd, std::string_view text) {
  PipeSignalHeld held;
  return sys::write_all(fd, text);
}

Result<void> write_new(const std::string& path, const std::string& text) {
  constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_NOCTTY;
  Result<sys::Fd> file = sys::open_at(sys::FdRef::cwd(), path, kFlags, 0666);
  if (!file && file.error().is(EEXIST)) return refuse_to_replace(path);
  sys::Fd made = TRY(std::move(file));
  Result<void> written = write_quietly(made, text);
  if (!written) ignore(sys::remove_file(sys::FdRef::cwd(), path), "half a text is of no use");
  return written;
}

Result<void> refuse_to_replace(const std::string& path) {
  if (!sys::status(sys::FdRef::cwd(), path)) return {};
  return Error::refused(hull::format("'{}' exists", path)).hint("remove it first");
}

Result<void> print(std::string_view text) {
  return write_quietly(sys::FdRef(STDOUT_FILENO), text).context("standard output");
}

void complain(std::string_view line) {
  std::string whole(line);
  whole += '\n';
  ignore(write_quietly(sys::FdRef(STDERR_FILENO), whole), "nobody left to tell");
}

}  // namespace hull::cmd
