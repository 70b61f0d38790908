// SPDX-License-Identifier: Apache-2.0
// A part of a test that may change mounts, ids and processes as it likes: it runs in a child with
// namespaces of its own.
#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "base/error.h"

namespace hull::kit {

/// A temporary directory of the test's own, removed with what is in it.
class Directory {
 public:
  Directory() {
    char pattern[] = "/tmp/hull-test.XXXXXX";
    const char* made = ::mkdtemp(pattern);
    REQUIRE(made != nullptr);
    path_ = made;
  }
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;
  ~Directory() {
    const std::string command = "rm -rf --one-file-system " + path_;
    CHECK(std::system(command.c_str()) == 0);
  }
  const std::string& path() const { return path_; }
  std::string path(std::string_view name) const { return path_ + "/" + std::string(name); }

 private:
  std::string path_;
};

/// Whether new mount and pid namespaces are to be had here; without them a test skips.
inline bool may_make_namespaces() {
  pid_t child = ::fork();
  if (child == 0) ::_exit(::unshare(CLONE_NEWNS | CLONE_NEWPID) == 0 ? 0 : 1);
  int status = 1;
  return ::waitpid(child, &status, 0) == child && status == 0;
}

/// Calls `part` in a child and gives the text that `part` gave: what it saw, for the caller to
/// compare. A part that dies gives "ended with status N".
template <class Part>
std::string in_child(Part part) {
  int ends[2];
  REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
  pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const std::string seen = part();
    ::_exit(::write(ends[1], seen.data(), seen.size()) == static_cast<ssize_t>(seen.size()) ? 0
                                                                                            : 1);
  }
  ::close(ends[1]);
  std::string seen;
  char block[4096];
  for (ssize_t got; (got = ::read(ends[0], block, sizeof block)) > 0;)
    seen.append(block, static_cast<std::size_t>(got));
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  return status == 0 ? seen : "ended with status " + std::to_string(status);
}

/// The same with a private mount namespace and, for the child's own children, a new pid namespace.
template <class Part>
std::string in_new_namespaces(Part part) {
  return in_child([&]() -> std::string {
    if (::unshare(CLONE_NEWNS | CLONE_NEWPID) < 0 ||
        ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) < 0)
      return "no namespaces";
    return part();
  });
}

/// The message of a failure, "" for a success: what a part of a test can give.
template <class Result>
std::string message_of(const Result& result) {
  return result ? "" : result.error().message();
}

}  // namespace hull::kit
