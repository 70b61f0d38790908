// SPDX-License-Identifier: Apache-2.0
// File descriptors: Fd owns and closes, FdRef borrows. No conversion to or from int happens unseen,
// and every descriptor that sys/ makes is close-on-exec from birth. Both sides.
#pragma once

#include <fcntl.h>

#include <utility>
#include <vector>

#include "base/result.h"

namespace hull::sys {

/// A borrowed descriptor: valid as long as its owner lives.
class FdRef {
 public:
  explicit constexpr FdRef(int number) : number_(number) {}
  /// AT_FDCWD: paths are taken from the working directory.
  static constexpr FdRef cwd() { return FdRef(AT_FDCWD); }
  constexpr int number() const { return number_; }

 private:
  int number_;
};

/// An owned descriptor, closed on destruction. Empty after a move.
class Fd {
 public:
  Fd() = default;
  /// Takes ownership of `number`; negative makes an empty one.
  explicit Fd(int number) : number_(number) {}
  Fd(Fd&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Fd& operator=(Fd&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Fd();

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }
  /// Closes now. The kernel frees the descriptor even when close(2) reports an error.
  void close();
  /// Gives the descriptor away; the caller closes it.
  int release() { return std::exchange(number_, -1); }
  operator FdRef() const { return FdRef(number_); }

 private:
  int number_ = -1;
};

/// A new close-on-exec descriptor for the same open file (fcntl(2), F_DUPFD_CLOEXEC).
Result<Fd> duplicate(FdRef fd);

/// Sets or clears close-on-exec.
Result<void> set_close_on_exec(FdRef fd, bool on);

/// Marks every descriptor from `first` on close-on-exec (close_range(2), Linux 5.11).
Result<void> close_on_exec_from(unsigned first);

/// Closes every descriptor but the standard three and `kept` (close_range(2)). Owners of the others
/// must be forgotten.
Result<void> close_all_but(std::vector<int> kept);

/// Makes descriptor `number` the same open file as `fd`, without close-on-exec (dup2(2)).
Result<void> duplicate_to(FdRef fd, int number);

}  // namespace hull::sys
