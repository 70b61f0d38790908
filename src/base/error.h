// SPDX-License-Identifier: Apache-2.0
// What was being attempted, outermost first, and the errno at the bottom. A value; both sides use
// it, and the wire carries it whole.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hull {

/// A failure as a chain of attempts. Made in just two ways, `system` (the kernel said no) and
/// `refused` (we say no); printed once, by main. Construction and context never fail.
class [[nodiscard]] Error {
 public:
  /// A system call failed: takes errno as it stands now. `attempt` names the call and its
  /// arguments.
  static Error system(std::string attempt);
  /// The same with the error number given, for calls that return it.
  static Error system(std::string attempt, int code);
  /// We refuse: `reason` says what is wrong, beginning with the JSON pointer or the flag.
  static Error refused(std::string reason);
  /// The parts as `attempts()`, `code()` and `hint()` gave them, for the wire.
  static Error from_parts(std::vector<std::string> attempts, int code, std::string hint);

  /// This failure seen from one frame further out.
  Error context(std::string attempt) &&;
  /// One thing the reader can do about it, printed on the same line after a semicolon. Must not use
  /// words that managers match on ("permission denied", "no such file" …).
  Error hint(std::string advice) &&;

  /// Whether the kernel's answer was `code` (an errno value); false for refusals.
  bool is(int code) const { return code_ == code && code != 0; }
  /// The chain, outermost first.
  const std::vector<std::string>& attempts() const { return attempts_; }
  /// The errno value, 0 for a refusal.
  int code() const { return code_; }
  const std::string& hint() const { return hint_; }
  /// The one line that users read: attempts joined by ": ", the kernel's words, the hint. Without
  /// control characters, whatever it quotes: see one_line().
  std::string message() const;

 private:
  Error(std::string attempt, int code);
  std::vector<std::string> attempts_;
  int code_ = 0;
  std::string hint_;
};

/// strerror in lower case ("no such file or directory"), as managers match it.
std::string describe_errno(int code);

}  // namespace hull
