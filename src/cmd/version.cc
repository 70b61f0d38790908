// SPDX-License-Identifier: Apache-2.0
#include "cmd/version.h"

#include "base/text.h"

namespace hull::cmd {

const char* const kVersion = HULL_VERSION;

// crun's words: the systemd cgroup driver, security modules, capabilities, seccomp, and device
// rules as eBPF programs.
constexpr const char* kBuiltIn = "+SYSTEMD +SELINUX +APPARMOR +CAP +SECCOMP +EBPF +CRIU";

namespace {

std::string_view name_for(life::Compat compat) {
  if (compat == life::Compat::Runc) return "runc";
  return compat == life::Compat::Crun ? "crun" : "hull";
}

}  // namespace

std::string version_for(life::Compat compat) {
  return compat == life::Compat::None ? kVersion : format("{}+hull", kVersion);
}

std::string version_text(life::Compat compat, std::string_view root) {
  std::string text =
      format("{} version {}\ncommit: {}\n", name_for(compat), version_for(compat), kCommit);
  if (compat == life::Compat::Crun) text += format("rundir: {}\n", root);
  // Docker takes the last line with the word "version" for it, so no other line may have that.
  return text + format("spec: {}\n{}\n", kSpecVersion, kBuiltIn);
}

}  // namespace hull::cmd
