// SPDX-License-Identifier: Apache-2.0
#include "spec/process_state.h"

#include "spec/fields.h"

namespace hull::spec {

void fields(Fields& f, ContainerProcessState& value) {
  f.required("ociVersion", value.oci_version);
  f.optional("fds", value.fds);
  f.required("pid", value.pid);
  f.optional("metadata", value.metadata);
  f.required("state", value.state);
}

}  // namespace hull::spec
