// SPDX-License-Identifier: Apache-2.0
// The state document: what `state` and `list` print and what hooks read on their standard input.
// runtime.md, "State", and the keys that runc and crun add to it. Values, used on both sides.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace hull::spec {

class Fields;

struct State {
  /// Of the specification that this document follows.
  std::string oci_version;
  std::string id;
  /// "creating", "created", "running", "stopped", and the peers' "paused".
  std::string status;
  /// As the runtime sees it. The specification asks for it unless the container is stopped, where
  /// runc prints 0; absent only leaves the key out.
  std::optional<std::int32_t> pid;
  /// Absolute.
  std::string bundle;
  std::map<std::string, std::string> annotations;

  /// Not of the specification; each is left out when empty.
  std::string rootfs;
  /// The same path under the name that hooks of crun's know.
  std::string root;
  /// RFC 3339, UTC.
  std::string created;
  /// runc prints an empty one in `state`, so absent and empty differ.
  std::optional<std::string> owner;
};

/// The members of each, once: see spec/fields.h.
void fields(Fields& f, State& value);

}  // namespace hull::spec
