// SPDX-License-Identifier: Apache-2.0
#include "inside/lsm.h"

#include <cerrno>

#include "base/text.h"

namespace hull::inside {
namespace {

/// The file in backticks, whole, is what Podman knows a failure of a security module by.
std::string attempt(std::string_view pointer, std::string_view label, std::string_view file) {
  return format("{} '{}': write `/proc/self/attr/{}`", pointer, label, file);
}

Result<void> set_apparmor(const sys::Proc& proc, const std::string& transition) {
  // There since Linux 5.8, below our floor; attr/exec may be another module's.
  constexpr std::string_view kFile = "apparmor/exec";
  auto written = proc.write(format("self/attr/{}", kFile), transition);
  if (written) return {};
  const std::string what =
      attempt("/process/apparmorProfile", transition.substr(transition.find(' ') + 1), kFile);
  // In words of our own: for managers "no such file" is a program that is not there.
  if (written.error().is(ENOENT))
    return Error::refused(what + ": no profile of that name is loaded");
  return Error::system(what, written.error().code());
}

Result<void> set_selinux(const sys::Proc& proc, const std::string& label, std::string_view file) {
  // A line end alone takes an old label back.
  auto written = proc.write(format("self/attr/{}", file), label.empty() ? "\n" : label);
  if (written) return {};
  return Error::system(attempt("/process/selinuxLabel", label, file), written.error().code());
}

}  // namespace

Result<void> set_exec_labels(const sys::Proc& proc, const plan::Labels& labels) {
  if (!labels.apparmor.empty()) TRY(set_apparmor(proc, labels.apparmor));
  if (!labels.selinux.empty()) TRY(set_selinux(proc, labels.selinux, "exec"));
  return {};
}

Result<void> set_key_label(const sys::Proc& proc, const std::string& label) {
  return set_selinux(proc, label, "keycreate");
}

}  // namespace hull::inside
