// SPDX-License-Identifier: Apache-2.0
#include "life/status.h"

namespace hull::life {

std::string_view name(Status status) {
  switch (status) {
    case Status::Creating:
      return "creating";
    case Status::Created:
      return "created";
    case Status::Running:
      return "running";
    case Status::Paused:
      return "paused";
    case Status::Stopped:
      return "stopped";
  }
  return "";
}

}  // namespace hull::life
