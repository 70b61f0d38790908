// SPDX-License-Identifier: Apache-2.0
// The accounts of a running container. Host side.
#pragma once

#include <functional>
#include <string>

#include "base/result.h"
#include "sys/proc.h"

namespace hull::life {

/// Reads a file of the container's by its path there.
using FileReader = std::function<Result<std::string>(const std::string& path)>;

/// A reader of account files below the root of process `init`: no link leads out of it, and a file
/// that is not regular, or endless, is refused or cut at 1 MiB. `proc` must outlive it.
FileReader account_files(const sys::Proc& proc, pid_t init);

}  // namespace hull::life
