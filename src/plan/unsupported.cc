// SPDX-License-Identifier: Apache-2.0
#include "plan/unsupported.h"

#include <string_view>

#include "base/text.h"
#include "plan/annotations.h"
#include "spec/annotations.h"

namespace hull::plan {
namespace {

Error refused(std::string_view key, std::string_view why) {
  return Error::refused(format("{}: {}", annotation_pointer(key), why));
}

}  // namespace

Result<void> refuse_unsupported(const spec::Config& config) {
  namespace annotations = spec::annotations;
  auto find = [&config](std::string_view key) { return find_annotation(config.annotations, key); };
  // Kubernetes gives a pod's annotations to its pause container too, which crun runs as it is.
  const std::string* type = find(annotations::kContainerType);
  const bool is_sandbox = type != nullptr && *type == "sandbox";
  // crun's names for a virtual machine or interpreter in the kernel's place. "compat-smart" asks
  // for one only where the program needs it, which its execution tells.
  if (!is_sandbox && find(annotations::kHandler) != nullptr)
    return refused(annotations::kHandler, "this build runs no handlers");
  const std::string* wasm = find(annotations::kWasmVariant);
  if (!is_sandbox && wasm != nullptr && *wasm == "compat")
    return refused(annotations::kWasmVariant, "this build runs no WebAssembly");
  // crun's: a v1 hierarchy without controllers, mounted in the container for an old systemd there.
  if (find(annotations::kForceCgroupV1) != nullptr)
    return refused(
        annotations::kForceCgroupV1,
        "a container sees the hierarchies that its host manages, and none is made for it");
  const std::string* plugins = find(annotations::kSeccompPlugins);
  if (plugins != nullptr && !plugins->empty())
    return refused(
        annotations::kSeccompPlugins,
        "no foreign code is loaded into hull; a program at /linux/seccomp/listenerPath can "
        "answer as well");
  return {};
}

}  // namespace hull::plan
