// SPDX-License-Identifier: Apache-2.0
#include "criu/log.h"

#include "base/text.h"

namespace hull::criu {
namespace {

// conmon and containerd show one line, and the log is kept.
constexpr int kShown = 4;

}  // namespace

std::string errors_of(std::string_view log) {
  std::string errors;
  int shown = 0;
  for (std::string_view line : split(log, '\n')) {
    // "(00.012345)      1: Error (criu/file.c:12): words"
    const std::size_t at = line.find("Error (");
    if (at == line.npos || shown == kShown) continue;
    if (shown++ > 0) errors += "; ";
    errors += line.substr(at);
  }
  return errors;
}

}  // namespace hull::criu
