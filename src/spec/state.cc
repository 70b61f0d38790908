// SPDX-License-Identifier: Apache-2.0
#include "spec/state.h"

#include "spec/fields.h"

namespace hull::spec {

void fields(Fields& f, State& value) {
  f.required("ociVersion", value.oci_version);
  f.required("id", value.id);
  f.optional("pid", value.pid);
  f.required("status", value.status);
  f.required("bundle", value.bundle);
  f.optional("rootfs", value.rootfs);
  f.optional("root", value.root);
  f.optional("created", value.created);
  f.optional("annotations", value.annotations);
  f.optional("owner", value.owner);
}

}  // namespace hull::spec
