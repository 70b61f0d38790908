// SPDX-License-Identifier: Apache-2.0
#include "cmd/version.h"

#include "base/text.h"

namespace hull::cmd {

const char* const kVersion = HULL_VERSION;

// crun's words: the systemd cgroup driver, seccomp, capabilities, device rules as eBPF programs.
constexpr const char* kBuiltIn = "+SYSTEMD +SECCOMP +CAP +EBPF";

std::string version_text() {
  return format("hull version {}\ncommit: {}\nspec: {}\n{}\n", kVersion, kCommit, kSpecVersion,
                kBuiltIn);
}

}  // namespace hull::cmd
