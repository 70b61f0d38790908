// SPDX-License-Identifier: Apache-2.0
#include "cgroup/writing.h"

#include <cerrno>
#include <cstdint>

#include "base/text.h"
#include "cgroup/controllers.h"
#include "sys/file.h"

namespace hull::cgroup {
namespace {

const Hierarchy& hierarchy_of(const Location& location, const Setting& setting) {
  return setting.controller.empty() ? *location.layout.unified()
                                    : *location.layout.with(setting.controller);
}

Result<void> write_first_that_exists(sys::FdRef root, const Location& location,
                                     const Setting& setting) {
  TRY(check_usage(root, location, setting));
  for (const Assignment& choice : setting.choices) {
    bool absent = false;
    for (const std::string& directory : directories(location, setting)) {
      auto written = write_text(root, setting, directory_in(directory, choice.file), choice.text);
      absent = !written && written.error().is(ENOENT);
      if (absent) break;
      TRY(std::move(written));
    }
    if (!absent) return {};
  }
  if (setting.absent == Absent::Fine) return {};
  return absence(root, location, setting);
}

}  // namespace

std::vector<std::string> directories(const Location& location, const Setting& setting) {
  const Hierarchy& hierarchy = hierarchy_of(location, setting);
  std::vector<std::string> all;
  if (setting.parents_first)
    for (const std::string& parent : own_parents(location))
      all.push_back(directory_of(hierarchy, parent));
  all.push_back(directory_of(hierarchy, location.path));
  return all;
}

Result<void> check_usage(sys::FdRef root, const Location& location, const Setting& setting) {
  if (setting.usage.empty()) return {};
  const std::string own = directory_of(hierarchy_of(location, setting), location.path);
  auto text = TRY(sys::try_read(root, directory_in(own, setting.usage)).context(setting.pointer));
  const std::uint64_t usage = parse_uint(trim(text.value_or("0"))).value_or(0);
  auto limit = parse_uint(setting.choices.front().text);
  if (limit && *limit < usage)
    return Error::refused(
        format("{}: {} is less than the {} in use", setting.pointer, *limit, usage));
  return {};
}

Error absence(sys::FdRef root, const Location& location, const Setting& setting) {
  return Error::refused(explain_absence(root, hierarchy_of(location, setting), location.path,
                                        setting.controller, setting.choices.front().file))
      .context(setting.pointer);
}

Result<void> write_text(sys::FdRef root, const Setting& setting, const std::string& path,
                        const std::string& text) {
  TRY(sys::write(root, path, text).context([&] {
    return format("{}: in {}", setting.pointer, kMountPoint);
  }));
  if (!setting.may_be_forgotten) return {};
  auto content = TRY(sys::read(root, path).context(setting.pointer));
  // Limits are rounded down to whole pages; what was forgotten reads as the highest there is.
  const bool kept = parse_uint(trim(content)).value_or(0) <= parse_uint(text).value_or(0);
  if (kept) return {};
  return Error::refused(
      format("{}: this kernel takes a value for '{}' and forgets it", setting.pointer, path));
}

bool may_pass_later(const Error& error) {
  return error.is(EINVAL) || error.is(EBUSY);
}

Result<void> write_settings(sys::FdRef root, const Location& location, Settings settings) {
  return write_in_accepted_order(std::move(settings), [&](const Setting& setting) {
    return write_first_that_exists(root, location, setting);
  });
}

}  // namespace hull::cgroup
