// SPDX-License-Identifier: Apache-2.0
// What the text of the specification demands of a document and its types cannot say. Only rules
// that end with the document: where a word gets its number, a range its kernel structure or a value
// its place among others (namespaces, id maps, mounts, devices, limits, capabilities, sysctl,
// device rules), plan/ and cgroup/ refuse what they cannot use. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "spec/config.h"

namespace hull::spec {

/// Gives warnings (what the text says SHOULD not be), or refuses with the first fault; both begin
/// with the JSON pointer: "/process/cwd: 'srv' is not an absolute path".
Result<std::vector<std::string>> check_config(const Config& config);

/// The rules of one process, which stands at `pointer` ("/process", or "" for a document of its
/// own).
Result<void> check_process(const Process& process, std::string_view pointer);

}  // namespace hull::spec
