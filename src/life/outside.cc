// SPDX-License-Identifier: Apache-2.0
#include "life/outside.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/mountinfo.h"
#include "base/path.h"
#include "base/text.h"
#include "host/streams.h"
#include "plan/external_mounts.h"
#include "plan/idmaps.h"
#include "spec/codec.h"
#include "sys/file.h"
#include "sys/namespace.h"
#include "sys/open.h"

namespace hull::life {
namespace {

using sys::Fd;
using sys::FdRef;

constexpr const char* kStreams = "descriptors.json";
constexpr int kStandardStreams = 3;

/// CRIU's names for the standard streams, in their order; "" for what the container holds itself.
using StreamKeys = std::vector<std::string>;

/// CRIU's names for namespaces that a container has joined (criu.org, "External ...").
constexpr std::string_view kJoinedNetwork = "extRootNetNS";
constexpr std::string_view kJoinedPids = "extRootPidNS";

/// The mount that a descriptor of `pid` belongs to (proc_pid_fdinfo(5)).
Result<std::uint64_t> mount_of(const sys::Proc& proc, pid_t pid, int number) {
  auto text = TRY(proc.read(format("{}/fdinfo/{}", pid, number)));
  for (std::string_view line : split(text, '\n'))
    if (line.starts_with("mnt_id:"))
      return static_cast<std::uint64_t>(parse_int(trim(line.substr(7))).value_or(0));
  return 0;
}

Result<std::string> stream_key(const sys::Proc& proc, pid_t pid, int number,
                               const std::vector<MountInfo>& mounts) {
  const std::string name = format("{}/fd/{}", pid, number);
  auto target = sys::read_link(proc.root(), name);
  // Closed.
  if (!target) return std::string();
  if (target->starts_with("pipe:")) return std::move(*target);
  if (!target->starts_with("/")) return std::string();
  auto mount = TRY(mount_of(proc, pid, number));
  if (std::ranges::any_of(mounts, [mount](const MountInfo& own) { return own.id == mount; }))
    return std::string();
  auto file = TRY(sys::open_at(proc.root(), name, O_PATH));
  auto st = TRY(sys::status(file, ""));
  // A terminal is CRIU's own business (--shell-job).
  if (S_ISCHR(st.st_mode) && ::major(st.st_rdev) != 1) return std::string();
  return format("file[{:x}:{:x}]", mount, st.st_ino);
}

Result<StreamKeys> find_streams(const sys::Proc& proc, pid_t pid,
                                const std::vector<MountInfo>& mounts) {
  StreamKeys keys;
  for (int number = 0; number < kStandardStreams; ++number) {
    auto key = TRY(stream_key(proc, pid, number, mounts));
    keys.push_back(std::move(key));
  }
  return keys;
}

/// Three, empty ones where the images have none.
Result<StreamKeys> read_streams(const Images& images) {
  StreamKeys keys;
  auto text = TRY(sys::try_read(images.images, kStreams));
  if (text) {
    auto decoded = TRY(spec::decode<StreamKeys>(*text, kStreams));
    keys = std::move(decoded.value);
  }
  keys.resize(kStandardStreams);
  // runc's has the names of files there, which CRIU does not know.
  for (std::string& key : keys)
    if (!key.starts_with("pipe:[") && !key.starts_with("file[")) key.clear();
  return keys;
}

/// A namespace that the container has joined is not in the images.
Result<void> leave_out(criu::Options& options, const Container& container, int type,
                       std::string_view key) {
  auto file =
      TRY(sys::open_namespace_of(container.proc(), std::to_string(container.init()->pid()), type));
  auto st = TRY(sys::status(file, ""));
  const std::string name = sys::namespace_name(static_cast<std::uint64_t>(type));
  options.external.push_back(format("{}[{}]:{}", name, st.st_ino, key));
  return {};
}

/// Descriptors that CRIU's process shares, and what it takes for them.
struct Passed {
  std::vector<Fd> fds;
  std::vector<criu::InheritedFd> keys;

  void add(std::string key, Fd fd) {
    keys.push_back({std::move(key), fd.number()});
    fds.push_back(std::move(fd));
  }
};

/// As create has it, the process may open its streams again. In a user namespace CRIU does so
/// itself, with the rights of its root there, which is not a root to ids that are not mapped.
void give_to_process(FdRef stream, const plan::Plan& plan) {
  if (!plan.process) return;
  uid_t uid = plan.process->uid;
  auto gid = static_cast<gid_t>(-1);
  if (!plan.id_maps.empty()) {
    uid = plan::host_id(plan.id_maps.uids, uid).value_or(static_cast<uid_t>(-1));
    gid = plan::host_id(plan.id_maps.gids, 0).value_or(static_cast<gid_t>(-1));
  }
  // Devices are everybody's, and what strangers own stays theirs.
  struct stat st = {};
  if (::fstat(stream.number(), &st) < 0 || S_ISCHR(st.st_mode)) return;
  if (::fchown(stream.number(), uid, gid) < 0) return;
}

/// Our streams in the place of those of the images.
Result<void> pass_streams(Passed& passed, const Images& images, const plan::Plan& plan,
                          const sys::Proc& proc) {
  auto keys = TRY(read_streams(images));
  for (std::size_t number = 0; number < keys.size(); ++number) {
    if (keys[number].empty()) continue;
    auto stream = TRY(host::shielded(FdRef(static_cast<int>(number)), proc));
    give_to_process(stream, plan);
    passed.add(keys[number], std::move(stream));
  }
  return {};
}

/// Namespaces that the configuration has by their files. CRIU holds those of the network and of
/// pids to be outside, and enters the others.
Result<void> pass_namespaces(Passed& passed, criu::Options& options,
                             const plan::Namespaces& namespaces) {
  for (const plan::JoinedNamespace& one : namespaces.join) {
    if (one.type == CLONE_NEWNET || one.type == CLONE_NEWPID) {
      auto file = TRY(sys::open_namespace(one.path, one.type).context("/linux/namespaces"));
      passed.add(std::string(one.type == CLONE_NEWNET ? kJoinedNetwork : kJoinedPids),
                 std::move(file));
    } else {
      options.joined.push_back(
          {sys::namespace_name(static_cast<std::uint64_t>(one.type)), one.path});
    }
  }
  return {};
}

Result<sys::Make> kind_of(const plan::Mount& mount) {
  if (mount.kind != plan::MountKind::Bind) return sys::Make::Directory;
  auto source = TRY(sys::open_at(FdRef::cwd(), mount.source, O_PATH).context(mount.origin));
  auto st = TRY(sys::status(source, ""));
  return S_ISDIR(st.st_mode) ? sys::Make::Directory : sys::Make::File;
}

/// CRIU mounts, but makes no mount points, and the rootfs may be a fresh one. Below another mount
/// they are in the images. Gives where each destination really is.
Result<std::map<std::string, std::string>> make_mount_points(const plan::Plan& plan,
                                                             const sys::Proc& proc) {
  auto directory = TRY(sys::open_at(FdRef::cwd(), plan.rootfs.path, O_PATH | O_DIRECTORY));
  auto top = TRY(proc.path_of(directory));
  const sys::Root root(std::move(directory));
  std::map<std::string, std::string> points;
  for (const plan::Mount& mount : plan.mounts) {
    if (!plan::is_mounted(mount)) continue;
    if (const plan::Mount* parent = plan::mount_holding(plan, path::parent(mount.destination))) {
      const std::string_view rest =
          std::string_view(mount.destination).substr(parent->destination.size());
      points[mount.destination] = path::below(points[parent->destination], rest);
      continue;
    }
    auto kind = TRY(kind_of(mount));
    auto point = TRY(root.make(mount.destination, kind).context(mount.origin));
    auto path = TRY(proc.path_of(point));
    points[mount.destination] = path.substr(top == "/" ? 0 : top.size());
  }
  return points;
}

Result<void> pass_mounts(criu::Options& options, const plan::Plan& plan, const sys::Proc& proc) {
  auto points = TRY(make_mount_points(plan, proc));
  auto host = TRY(proc.read("self/mountinfo"));
  for (const auto& [point, source] : plan::external_sources(plan, points, parse_mountinfo(host)))
    options.external.push_back(format("mnt[{}]:{}", point, source));
  return {};
}

}  // namespace

Result<void> leave_outside(criu::Options& options, const Container& container,
                           const plan::Plan& plan, const Images& images) {
  const pid_t pid = container.init()->pid();
  auto text = TRY(container.proc().read(format("{}/mountinfo", pid)));
  const auto mounts = parse_mountinfo(text);
  for (const std::string& point : plan::external_mounts(plan, mounts))
    options.external.push_back(format("mnt[{}]:{}", point, point));
  auto keys = TRY(find_streams(container.proc(), pid, mounts));
  for (const std::string& key : keys)
    if (key.starts_with("file[")) options.external.push_back(key);
  TRY(sys::write_atomically(images.images, kStreams, spec::encode(keys), 0600));
  if (plan.namespaces.joins(CLONE_NEWNET))
    TRY(leave_out(options, container, CLONE_NEWNET, kJoinedNetwork));
  if (plan.namespaces.joins(CLONE_NEWPID))
    TRY(leave_out(options, container, CLONE_NEWPID, kJoinedPids));
  return {};
}

Result<std::vector<Fd>> give_outside(criu::Options& options, const plan::Plan& plan,
                                     const Images& images, const sys::Proc& proc) {
  Passed passed;
  TRY(pass_streams(passed, images, plan, proc));
  TRY(pass_namespaces(passed, options, plan.namespaces));
  TRY(pass_mounts(options, plan, proc));
  options.inherited = std::move(passed.keys);
  return std::move(passed.fds);
}

}  // namespace hull::life
