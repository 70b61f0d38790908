// SPDX-License-Identifier: Apache-2.0
#include "inside/devices.h"

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/path.h"
#include "base/text.h"
#include "sys/file.h"

namespace hull::inside {
namespace {

mode_t node_type(char type) {
  if (type == 'b') return S_IFBLK;
  return type == 'p' ? S_IFIFO : S_IFCHR;
}

/// Whether what stands at `path` came with a bind: it is the host's then, and is left as it is.
bool is_bound(const plan::Plan& plan, const std::string& path) {
  return std::ranges::any_of(plan.mounts, [&path](const plan::Mount& mount) {
    return mount.kind == plan::MountKind::Bind && mount.destination != "/" &&
           path::is_within(path, mount.destination);
  });
}

Result<void> make_node(const sys::Root& root, const plan::Plan& plan, const plan::Device& device) {
  auto parent = TRY(root.make_parent(device.path));
  const std::string name = path::name(device.path);
  const mode_t type = node_type(device.type);
  const dev_t number = type == S_IFIFO ? 0 : makedev(device.major, device.minor);
  if (::mknodat(parent.number(), name.c_str(), type | device.mode, number) < 0) {
    if (errno != EEXIST) return Error::system(format("mknod('{}')", device.path));
    // config-linux.md, "Devices": a file that exists and does not match is an error. The type
    // counts too: every fifo and socket has the number 0.
    auto st = TRY(sys::status(parent, name));
    if ((st.st_mode & S_IFMT) != type || st.st_rdev != number)
      return Error::system(format("'{}' is there and is another file", device.path), EEXIST);
    if (is_bound(plan, device.path)) return {};
  }
  if (::fchownat(parent.number(), name.c_str(), device.uid, device.gid, AT_SYMLINK_NOFOLLOW) < 0)
    return Error::system(format("chown('{}')", device.path));
  if (::fchmodat(parent.number(), name.c_str(), device.mode, 0) < 0)
    return Error::system(format("chmod('{}')", device.path));
  return {};
}

Result<void> bind_node(const sys::Root& root, const plan::Plan& plan, const plan::Device& device,
                       wire::Source source) {
  if (!source.tree.is_open()) return make_node(root, plan, device);
  auto target = TRY(root.make(device.path, sys::Make::File, sys::FollowLast::No));
  return source.tree.attach(target);
}

Result<void> make_link(const sys::Root& root, const std::string& path, const std::string& text) {
  auto parent = TRY(root.make_parent(path));
  const std::string name = path::name(path);
  if (::symlinkat(text.c_str(), parent.number(), name.c_str()) == 0) return {};
  if (errno != EEXIST) return Error::system(format("symlink('{}')", path));
  auto existing = sys::read_link(parent, name);
  if (existing && *existing == text) return {};
  TRY(sys::remove_file(parent, name));
  if (::symlinkat(text.c_str(), parent.number(), name.c_str()) < 0)
    return Error::system(format("symlink('{}')", path));
  return {};
}

}  // namespace

Result<void> make_devices(const sys::Root& root, const plan::Plan& plan,
                          std::vector<wire::Source> sources) {
  for (std::size_t i = 0; i < plan.devices.size(); ++i) {
    const plan::Device& device = plan.devices[i];
    wire::Source source = i < sources.size() ? std::move(sources[i]) : wire::Source();
    auto made = plan.bind_devices ? bind_node(root, plan, device, std::move(source))
                                  : make_node(root, plan, device);
    TRY(std::move(made).context(device.origin));
  }
  for (const auto& [path, text] : plan.device_links) TRY(make_link(root, path, text));
  return {};
}

}  // namespace hull::inside
