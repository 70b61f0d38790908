// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <utility>

namespace hull {

TEST_CASE("an error reads outermost first and ends with the kernel's words") {
  Error error =
      Error::system("open_tree('hosts')", ENOENT).context("/mounts/3").context("create 'web'");
  CHECK(error.message() ==
        "create 'web': /mounts/3: open_tree('hosts'): no such file or directory");
}

TEST_CASE("a hint stays on the line, after a semicolon") {
  Error error = Error::system("mount('proc')", EPERM).hint("is /proc overmounted?");
  CHECK(error.message() == "mount('proc'): operation not permitted; is /proc overmounted?");
}

TEST_CASE("a message is one line whatever it quotes") {
  CHECK(Error::refused("id 'a\nb'").message() == "id 'a b'");
}

TEST_CASE("a message has no control character, whatever it quotes") {
  Error error = Error::system("exec '/x\033]0;t\a'", ENOENT).hint("it's '\xc2\x9b\xff'");
  CHECK(error.message() ==
        "exec '/x\\x1b]0;t\\x07': no such file or directory; it's '\\xc2\\x9b\\xff'");
}

TEST_CASE("errno is taken when the error is made") {
  errno = EBUSY;
  Error error = Error::system("rmdir('x')");
  errno = 0;
  CHECK(error.code() == EBUSY);
}

TEST_CASE("abbreviations in the kernel's words keep their capitals") {
  CHECK(describe_errno(EDOTDOT) == "RFS specific error");
  CHECK(describe_errno(EACCES) == "permission denied");
  CHECK(describe_errno(99999) == "errno 99999");
}

}  // namespace hull
