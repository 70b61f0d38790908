// SPDX-License-Identifier: Apache-2.0
#include "spec/sample.h"

#include <algorithm>

namespace hull::spec {
namespace {

Process sample_process() {
  const std::vector<std::string> few = {"CAP_AUDIT_WRITE", "CAP_KILL", "CAP_NET_BIND_SERVICE"};
  Process process;
  process.terminal = true;
  process.args = {"sh"};
  process.env = {"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "TERM=xterm"};
  process.cwd = "/";
  process.capabilities = Capabilities{.bounding = few, .effective = few, .permitted = few};
  process.rlimits = {{.type = "RLIMIT_NOFILE", .soft = 1024, .hard = 1024}};
  process.no_new_privileges = true;
  return process;
}

std::vector<Mount> sample_mounts() {
  auto mount = [](const char* destination, const char* type, const char* source,
                  std::vector<std::string> options) {
    return Mount{
        .destination = destination, .type = type, .source = source, .options = std::move(options)};
  };
  return {
      mount("/proc", "proc", "proc", {}),
      mount("/dev", "tmpfs", "tmpfs", {"nosuid", "strictatime", "mode=755", "size=65536k"}),
      mount("/dev/pts", "devpts", "devpts",
            {"nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620", "gid=5"}),
      mount("/dev/shm", "tmpfs", "shm", {"nosuid", "noexec", "nodev", "mode=1777", "size=65536k"}),
      mount("/dev/mqueue", "mqueue", "mqueue", {"nosuid", "noexec", "nodev"}),
      mount("/sys", "sysfs", "sysfs", {"nosuid", "noexec", "nodev", "ro"}),
      mount("/sys/fs/cgroup", "cgroup", "cgroup", {"nosuid", "noexec", "nodev", "relatime", "ro"}),
  };
}

Linux sample_linux(bool cgroup_namespace) {
  Linux section;
  section.resources.emplace().devices = {{.allow = false, .access = "rwm"}};
  section.namespaces = {
      {.type = "pid"}, {.type = "network"}, {.type = "ipc"}, {.type = "uts"}, {.type = "mount"}};
  if (cgroup_namespace) section.namespaces.push_back({.type = "cgroup"});
  section.masked_paths = {"/proc/acpi",        "/proc/asound",        "/proc/kcore",
                          "/proc/keys",        "/proc/latency_stats", "/proc/timer_list",
                          "/proc/timer_stats", "/proc/sched_debug",   "/sys/firmware",
                          "/proc/scsi"};
  section.readonly_paths = {"/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys",
                            "/proc/sysrq-trigger"};
  return section;
}

// An unprivileged user maps one id of their own, so that ids in options (devpts' gid=5) have no
// meaning; a network without devices would be useless, so the host's stays, and with it no sysfs of
// their own can be mounted: the host's is shown instead.
void make_rootless(Config& config, const SampleOptions::Rootless& caller) {
  Linux& section = config.linux_section;
  section.resources.reset();
  std::erase_if(section.namespaces, [](const Namespace& n) { return n.type == "network"; });
  section.namespaces.push_back({.type = "user"});
  section.uid_mappings = {{.container_id = 0, .host_id = caller.uid, .size = 1}};
  section.gid_mappings = {{.container_id = 0, .host_id = caller.gid, .size = 1}};

  for (Mount& mount : config.mounts)
    std::erase_if(mount.options, [](const std::string& option) {
      return option.starts_with("uid=") || option.starts_with("gid=");
    });
  // Read-only with all that the host has mounted below it: the caller's own among its cgroups would
  // be the container's to write to (CVE-2023-25809).
  auto sys = std::ranges::find(config.mounts, "/sys", &Mount::destination);
  *sys = {.destination = "/sys",
          .type = "none",
          .source = "/sys",
          .options = {"rbind", "nosuid", "noexec", "nodev", "rro"}};
}

}  // namespace

Config sample(const SampleOptions& options) {
  Config config;
  config.oci_version = "1.3.0";
  config.process = sample_process();
  config.root = {.path = "rootfs", .readonly = true};
  config.hostname = options.hostname;
  config.mounts = sample_mounts();
  config.linux_section = sample_linux(options.cgroup_namespace);
  if (options.rootless) make_rootless(config, *options.rootless);
  return config;
}

}  // namespace hull::spec
