// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/text.h"

namespace hull {

Error::Error(std::string attempt, int code) : code_(code) {
  attempts_.push_back(std::move(attempt));
}

Error Error::system(std::string attempt) {
  int code = errno;
  return Error(std::move(attempt), code);
}

Error Error::system(std::string attempt, int code) {
  return Error(std::move(attempt), code);
}

Error Error::refused(std::string reason) {
  return Error(std::move(reason), 0);
}

Error Error::from_parts(std::vector<std::string> attempts, int code, std::string hint) {
  Error error("", code);
  error.attempts_ = std::move(attempts);
  error.hint_ = std::move(hint);
  return error;
}

Error Error::context(std::string attempt) && {
  attempts_.insert(attempts_.begin(), std::move(attempt));
  return std::move(*this);
}

Error Error::hint(std::string advice) && {
  hint_ = std::move(advice);
  return std::move(*this);
}

std::string Error::message() const {
  std::string line = join(attempts_, ": ");
  if (code_ != 0) line += ": " + describe_errno(code_);
  if (!hint_.empty()) line += "; " + hint_;
  // The message quotes what strangers wrote; managers parse it line by line, terminals obey it.
  return one_line(line);
}

std::string describe_errno(int code) {
  const char* text = strerrordesc_np(code);
  if (text == nullptr) return format("errno {}", code);
  std::string description = text;
  // Only a plain word is made small: "RPC …" and "CPU …" keep their capitals.
  if (description.size() > 1 && description[1] >= 'a' && description[1] <= 'z')
    description[0] = lower(description.substr(0, 1))[0];
  return description;
}

}  // namespace hull
