// SPDX-License-Identifier: Apache-2.0
#include "sys/pipe.h"

#include <unistd.h>

namespace hull::sys {

Result<Pipe> make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) < 0) return Error::system("pipe2");
  return Pipe{Fd(ends[0]), Fd(ends[1])};
}

}  // namespace hull::sys
