// SPDX-License-Identifier: Apache-2.0
#include "cgroup/present.h"

#include <string>
#include <string_view>

#include "base/text.h"
#include "cgroup/setting.h"
#include "sys/file.h"

namespace hull::cgroup {
namespace {

// The text of a v2 file of the cgroup; empty where it has none.
Result<std::string> read_unified(sys::FdRef root, const Location& location,
                                 std::string_view controller, const char* file) {
  const Hierarchy* hierarchy = location.layout.with(controller);
  if (hierarchy == nullptr || hierarchy->version == Hierarchy::Version::One) return std::string();
  const std::string own = directory_of(*hierarchy, location.path);
  auto text = TRY(sys::try_read(root, directory_in(own, file)));
  return std::string(trim(text.value_or("")));
}

}  // namespace

Result<Present> read_present(sys::FdRef root, const Location& location,
                             const spec::Resources& resources) {
  Present now;
  if (is_set(resources.cpu.period) != is_set(resources.cpu.quota)) {
    auto text = TRY(read_unified(root, location, "cpu", "cpu.max"));
    auto words = split(text, ' ');
    now.quota = parse_int(words.front());
    now.period = parse_uint(words.back());
  }
  if (is_set(resources.memory.swap) && !is_set(resources.memory.limit)) {
    auto text = TRY(read_unified(root, location, "memory", "memory.max"));
    now.memory = parse_int(text);
  }
  return now;
}

}  // namespace hull::cgroup
