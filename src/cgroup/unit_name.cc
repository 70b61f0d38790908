// SPDX-License-Identifier: Apache-2.0
#include "cgroup/unit_name.h"

#include <algorithm>

#include "base/text.h"

namespace hull::cgroup {
namespace {

constexpr std::string_view kSlice = ".slice";
constexpr std::string_view kScope = ".scope";
// UNIT_NAME_MAX of systemd, less the NUL.
constexpr std::size_t kLongestName = 255;

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' ||
         c == '_' || c == '.' || c == '-';
}

bool is_allowed(char c) {
  return is_plain(c) || c == '\\' || c == '@';
}

Result<void> check_name(std::string_view name) {
  if (!std::ranges::all_of(name, is_allowed))
    return Error::refused(
        format("'{}' cannot name a unit: only letters, digits and the characters : _ . - \\ @ are "
               "allowed",
               name));
  if (name.size() > kLongestName)
    return Error::refused(
        format("the unit's name of {} bytes is longer than {}", name.size(), kLongestName));
  return {};
}

Result<void> check_slice(std::string_view slice) {
  TRY(check_name(slice));
  std::string_view stem = slice;
  stem.remove_suffix(slice.ends_with(kSlice) ? kSlice.size() : 0);
  if (stem == "-") return {};
  const bool dashes = stem.starts_with('-') || stem.ends_with('-') || stem.find("--") != stem.npos;
  if (stem.size() == slice.size() || stem.empty() || dashes)
    return Error::refused(format("'{}' cannot name a slice", slice));
  return {};
}

// systemd.unit(5), "String Escaping for Inclusion in Unit Names": an id may have a '+'.
std::string escaped(std::string_view text) {
  std::string name;
  for (char c : text)
    if (is_plain(c))
      name += c;
    else
      name += format("\\x{:02x}", static_cast<unsigned char>(c));
  return name;
}

// The directory for a unit's name: one that could be a file's of the kernel, now or later, gets a
// "_" before it.
std::string directory_name(std::string_view name) {
  constexpr std::string_view kOwners[] = {"cgroup",
                                          "cpu",
                                          "cpuacct",
                                          "cpuset",
                                          "io",
                                          "blkio",
                                          "memory",
                                          "devices",
                                          "pids",
                                          "bpf-firewall",
                                          "bpf-devices",
                                          "bpf-foreign",
                                          "bpf-socket-bind",
                                          "bpf-restrict-network-interfaces"};
  const bool could_be =
      name.starts_with('_') || name.starts_with('.') ||
      std::ranges::find(kOwners, name.substr(0, name.find('.'))) != std::end(kOwners);
  return (could_be ? "_" : "") + std::string(name);
}

}  // namespace

Result<UnitName> choose_unit(std::string_view cgroups_path, const UnitDefaults& defaults) {
  UnitName chosen = {.slice = std::string(defaults.slice)};
  if (cgroups_path.empty()) {
    chosen.unit = format("{}-{}{}", escaped(defaults.program), escaped(defaults.id), kScope);
    TRY(check_name(chosen.unit));
    return chosen;
  }
  auto parts = split(cgroups_path, ':');
  if (parts.size() != 3 || parts[2].empty())
    return Error::refused(format(
        "'{}' is not of the form slice:prefix:name, which the systemd driver takes", cgroups_path));
  if (parts[2].ends_with(kSlice))
    return Error::refused(format(
        "'{}' is a slice, and systemd lets nobody run a container's processes in one", parts[2]));
  if (!parts[0].empty()) chosen.slice = parts[0];
  TRY(check_slice(chosen.slice));
  chosen.unit = format("{}-{}{}", parts[1], parts[2], kScope);
  TRY(check_name(chosen.unit));
  return chosen;
}

std::string slice_path(std::string_view slice) {
  std::string_view stem = slice.substr(0, slice.size() - kSlice.size());
  if (stem == "-") return "";
  std::string path;
  for (std::size_t dash = stem.find('-');; dash = stem.find('-', dash + 1)) {
    path += "/" + directory_name(format("{}{}", stem.substr(0, dash), kSlice));
    if (dash == stem.npos) return path;
  }
}

std::string unit_path(const UnitName& unit) {
  return format("{}/{}", slice_path(unit.slice), directory_name(unit.unit));
}

}  // namespace hull::cgroup
