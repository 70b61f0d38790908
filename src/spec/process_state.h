// SPDX-License-Identifier: Apache-2.0
// What a seccomp listener is told beside its descriptor. config-linux.md, "The Container Process
// State". Values, host side.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "spec/state.h"

namespace hull::spec {

struct ContainerProcessState {
  std::string oci_version;
  /// The names of the descriptors that come with it, in their order.
  std::vector<std::string> fds;
  /// As the runtime sees it.
  std::int32_t pid = 0;
  std::string metadata;
  State state;
};

/// The members, once: see spec/fields.h.
void fields(Fields& f, ContainerProcessState& value);

}  // namespace hull::spec
