// SPDX-License-Identifier: Apache-2.0
#include "plan/devices.h"

#include <linux/sched.h>

#include <algorithm>
#include <array>

#include "base/path.h"
#include "base/text.h"
#include "plan/idmaps.h"
#include "plan/inside_path.h"

namespace hull::plan {
namespace {

struct DefaultDevice {
  const char* path;
  std::uint32_t major;
  std::uint32_t minor;
};

// Documentation/admin-guide/devices.txt of Linux.
constexpr std::array kDefaults = {
    DefaultDevice{"/dev/null", 1, 3},    DefaultDevice{"/dev/zero", 1, 5},
    DefaultDevice{"/dev/full", 1, 7},    DefaultDevice{"/dev/random", 1, 8},
    DefaultDevice{"/dev/urandom", 1, 9}, DefaultDevice{"/dev/tty", 5, 0},
};

constexpr const char* kPtmx = "/dev/ptmx";

constexpr std::array<std::pair<const char*, const char*>, 5> kLinks = {{
    {"/dev/fd", "/proc/self/fd"},
    {"/dev/stdin", "/proc/self/fd/0"},
    {"/dev/stdout", "/proc/self/fd/1"},
    {"/dev/stderr", "/proc/self/fd/2"},
    {kPtmx, "pts/ptmx"},
}};

// dev_t inside the kernel: 12 bits of major number, 20 of minor (include/linux/kdev_t.h). mknod(2)
// would cut off the rest in silence.
Result<std::uint32_t> device_number(std::optional<std::int64_t> number, std::int64_t limit,
                                    const std::string& pointer) {
  if (!number) return Error::refused(format("{}: is missing", pointer));
  if (*number < 0 || *number > limit)
    return Error::refused(format("{}: {} is not in 0-{}", pointer, *number, limit));
  return static_cast<std::uint32_t>(*number);
}

Result<Device> plan_node(const spec::Device& asked, std::size_t index) {
  Device device;
  device.origin = format("/linux/devices/{}", index);
  if (!path::is_absolute(asked.path))
    return Error::refused(
        format("{}/path: '{}' is not an absolute path", device.origin, asked.path));
  device.path = inside_path(asked.path);
  device.mode = asked.file_mode.value_or(0666) & 07777;
  device.uid = asked.uid.value_or(0);
  device.gid = asked.gid.value_or(0);
  if (asked.type == "p") {
    device.type = 'p';
    return device;
  }
  if (asked.type != "c" && asked.type != "u" && asked.type != "b")
    return Error::refused(
        format("{}/type: '{}' is none of c, b, u and p", device.origin, asked.type));
  device.type = asked.type == "b" ? 'b' : 'c';
  const std::uint32_t major = TRY(device_number(asked.major, 0xfff, device.origin + "/major"));
  const std::uint32_t minor = TRY(device_number(asked.minor, 0xfffff, device.origin + "/minor"));
  device.major = major;
  device.minor = minor;
  return device;
}

// Only of nodes that are made: what is bound keeps the host's owner.
Result<void> check_owner(const Device& device, const IdMaps& id_maps) {
  if (device.type != 'p') return {};
  if (!is_mapped(id_maps.uids, device.uid))
    return Error::refused(
        format("{}/uid: {} is not mapped by /linux/uidMappings", device.origin, device.uid));
  if (!is_mapped(id_maps.gids, device.gid))
    return Error::refused(
        format("{}/gid: {} is not mapped by /linux/gidMappings", device.origin, device.gid));
  return {};
}

std::vector<Device> default_nodes() {
  std::vector<Device> nodes;
  nodes.reserve(kDefaults.size() + 8);
  for (const DefaultDevice& one : kDefaults) {
    Device device;
    device.path = one.path;
    device.major = one.major;
    device.minor = one.minor;
    device.origin = "default device";
    nodes.push_back(std::move(device));
  }
  return nodes;
}

void add_node(std::vector<Device>& nodes, Device device) {
  auto same = std::ranges::find(nodes, device.path, &Device::path);
  if (same == nodes.end())
    nodes.push_back(std::move(device));
  else
    *same = std::move(device);
}

void add_links(const Facts& facts, PlannedDevices& planned) {
  auto add = [&](const char* path, const char* text) {
    if (std::ranges::find(planned.nodes, path, &Device::path) == planned.nodes.end())
      planned.links.emplace_back(path, text);
  };
  for (const auto& [path, text] : kLinks) add(path, text);
  if (facts.has_kcore) add("/dev/core", "/proc/kcore");
}

}  // namespace

Result<PlannedDevices> plan_devices(const Request& request, const Namespaces& namespaces,
                                    const IdMaps& id_maps, bool owns_dev) {
  PlannedDevices planned;
  // mknod(2) of anything but a pipe needs CAP_MKNOD in the initial user namespace.
  planned.bind = namespaces.has(CLONE_NEWUSER) || request.facts.in_user_namespace;
  if (owns_dev) planned.nodes = default_nodes();
  const std::vector<spec::Device>& asked = request.config.linux_section.devices;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    Device device = TRY(plan_node(asked[i], i));
    if (planned.bind) TRY(check_owner(device, id_maps));
    if (!owns_dev && path::is_within(device.path, "/dev")) continue;
    // Always the container's own devpts, never the host's 5:2.
    if (device.path == kPtmx) continue;
    add_node(planned.nodes, std::move(device));
  }
  if (owns_dev) add_links(request.facts, planned);
  return planned;
}

}  // namespace hull::plan
