// SPDX-License-Identifier: Apache-2.0
#include "spec/linux_rules.h"

#include <algorithm>
#include <tuple>

#include "base/json.h"
#include "base/path.h"
#include "base/text.h"
#include "spec/resources_rules.h"
#include "spec/word_rules.h"

namespace hull::spec {
namespace {

// config-linux.md, "Namespaces": `path` MUST be absolute.
Result<void> check_namespaces(const std::vector<Namespace>& namespaces) {
  for (std::size_t i = 0; i < namespaces.size(); ++i)
    if (!namespaces[i].path.empty() && !path::is_absolute(namespaces[i].path))
      return Error::refused(
          format("/linux/namespaces/{}/path: '{}' is not an absolute path", i, namespaces[i].path));
  return {};
}

// config-linux.md, "Devices": the same type, major and minor SHOULD NOT be used for multiple
// devices; and a path that is there twice cannot be both.
Result<void> check_devices(const std::vector<Device>& devices, std::vector<std::string>& warnings) {
  using Number = std::tuple<std::string, std::int64_t, std::int64_t>;
  std::map<std::string, Number> by_path;
  std::map<Number, std::size_t> by_number;
  for (std::size_t i = 0; i < devices.size(); ++i) {
    const Device& device = devices[i];
    Number number{device.type == "u" ? "c" : device.type, device.major.value_or(0),
                  device.minor.value_or(0)};
    auto [at_path, is_new_path] = by_path.try_emplace(path::clean(device.path), number);
    if (!is_new_path && at_path->second != number)
      return Error::refused(
          format("/linux/devices/{}/path: '{}' is there twice, as two devices", i, device.path));
    if (device.type == "p") continue;
    auto [first, is_new_number] = by_number.try_emplace(number, i);
    if (is_new_path && !is_new_number)
      warnings.push_back(format("/linux/devices/{}: '{}' is the same device as '{}'", i,
                                device.path, devices[first->second].path));
  }
  return {};
}

// netdevice names: the kernel's dev_valid_name(). "%d" at the end of the new name asks for a number
// (config-linux.md, "Network Devices").
bool is_device_name(std::string_view name) {
  constexpr std::size_t kLongest = 15;
  return !name.empty() && name.size() <= kLongest && name != "." && name != ".." &&
         name.find_first_of("/: \t\n\v\f\r") == name.npos;
}

Result<void> check_net_devices(const std::map<std::string, NetDevice>& devices) {
  for (const auto& [name, device] : devices) {
    if (!is_device_name(name))
      return Error::refused(format("/linux/netDevices: '{}' cannot name a network device", name));
    if (!device.name.empty() && !is_device_name(device.name))
      return Error::refused(format("/linux/netDevices/{}/name: '{}' cannot name a network device",
                                   json::pointer_step(name), device.name));
  }
  return {};
}

// config-linux.md, "Memory policy", and set_mempolicy(2): which modes take nodes.
Result<void> check_memory_policy(const MemoryPolicy& policy) {
  TRY(check_word(policy.mode, words::memory_policy_modes(), "/linux/memoryPolicy/mode"));
  TRY(check_words(policy.flags, words::memory_policy_flags(), "/linux/memoryPolicy/flags"));
  TRY(check_list(policy.nodes, "/linux/memoryPolicy/nodes"));
  bool takes_none = policy.mode == "MPOL_DEFAULT" || policy.mode == "MPOL_LOCAL";
  if (takes_none && !policy.nodes.empty())
    return Error::refused(format("/linux/memoryPolicy/nodes: {} takes none", policy.mode));
  // MPOL_PREFERRED without nodes means the local one.
  if (!takes_none && policy.mode != "MPOL_PREFERRED" && policy.nodes.empty())
    return Error::refused(format("/linux/memoryPolicy/nodes: {} needs some", policy.mode));
  return {};
}

// config-linux.md, "Seccomp", `errnoRet` and `defaultErrnoRet`: when the action doesn't support an
// errno, the runtime MUST fail.
Result<void> check_errno(std::string_view action, const std::optional<std::uint32_t>& value,
                         std::string_view pointer) {
  if (!value || action == "SCMP_ACT_ERRNO" || action == "SCMP_ACT_TRACE") return {};
  return Error::refused(format("{}: {} returns no errno", pointer, action));
}

Result<void> check_syscall(const Syscall& rule, const std::string& pointer) {
  // The same, `names` MUST contain at least one entry.
  if (rule.names.empty()) return Error::refused(pointer + "/names: is empty");
  TRY(check_word(rule.action, words::seccomp_actions(), pointer + "/action"));
  TRY(check_errno(rule.action, rule.errno_ret, pointer + "/errnoRet"));
  for (std::size_t i = 0; i < rule.args.size(); ++i) {
    const std::string argument = format("{}/args/{}", pointer, i);
    TRY(check_word(rule.args[i].op, words::seccomp_operators(), argument + "/op"));
    TRY(check_range(rule.args[i].index, 0, 5, argument + "/index"));
  }
  return {};
}

Result<void> check_seccomp(const Seccomp& seccomp) {
  const std::string pointer = "/linux/seccomp";
  TRY(check_word(seccomp.default_action, words::seccomp_actions(), pointer + "/defaultAction"));
  TRY(check_errno(seccomp.default_action, seccomp.default_errno_ret, pointer + "/defaultErrnoRet"));
  TRY(check_words(seccomp.architectures, words::seccomp_architectures(),
                  pointer + "/architectures"));
  if (seccomp.flags) TRY(check_words(*seccomp.flags, words::seccomp_flags(), pointer + "/flags"));
  // The same: listenerMetadata MUST NOT be set if listenerPath is not set.
  if (!seccomp.listener_metadata.empty() && seccomp.listener_path.empty())
    return Error::refused(pointer + "/listenerMetadata: is there without listenerPath");
  for (std::size_t i = 0; i < seccomp.syscalls.size(); ++i)
    TRY(check_syscall(seccomp.syscalls[i], format("{}/syscalls/{}", pointer, i)));
  return {};
}

}  // namespace

// config-linux.md, "IntelRdt": memBwSchema MUST start with "MB:"; it and schemata have no line end,
// l3CacheSchema only SHOULD not. The group's name becomes one directory, but for "/", the default
// group.
Result<void> check_intel_rdt(const IntelRdt& rdt) {
  auto has_line_end = [](const std::string& line) { return line.find('\n') != line.npos; };
  if (has_line_end(rdt.clos_id))
    return Error::refused("/linux/intelRdt/closID: has more than one line");
  if (rdt.clos_id == "." || rdt.clos_id == ".." ||
      (rdt.clos_id != "/" && rdt.clos_id.find('/') != std::string::npos))
    return Error::refused(format("/linux/intelRdt/closID: '{}' cannot name a group", rdt.clos_id));
  if (!rdt.mem_bw_schema.empty() && !rdt.mem_bw_schema.starts_with("MB:"))
    return Error::refused(format("/linux/intelRdt/memBwSchema: '{}' does not start with 'MB:'",
                                 split(rdt.mem_bw_schema, '\n').front()));
  if (has_line_end(rdt.mem_bw_schema))
    return Error::refused("/linux/intelRdt/memBwSchema: has more than one line");
  for (std::size_t i = 0; i < rdt.schemata.size(); ++i)
    if (has_line_end(rdt.schemata[i]))
      return Error::refused(format("/linux/intelRdt/schemata/{}: has more than one line", i));
  return {};
}

Result<void> check_linux(const Linux& section, std::vector<std::string>& warnings) {
  TRY(check_namespaces(section.namespaces));
  TRY(check_devices(section.devices, warnings));
  TRY(check_net_devices(section.net_devices));
  if (section.resources) TRY(check_resources(*section.resources, "/linux/resources"));
  if (section.intel_rdt) TRY(check_intel_rdt(*section.intel_rdt));
  if (section.memory_policy) TRY(check_memory_policy(*section.memory_policy));
  if (section.seccomp) TRY(check_seccomp(*section.seccomp));
  return {};
}

}  // namespace hull::spec
