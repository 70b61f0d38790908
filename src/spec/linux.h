// SPDX-License-Identifier: Apache-2.0
// The `linux` section of config.json, config-linux.md of the OCI runtime specification 1.3.0, as
// plain structs in the manner of spec/config.h. Values, used on both sides.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hull::spec {

class Fields;

/// config-linux.md, "Namespaces".
struct Namespace {
  /// "pid", "network", "mount", "ipc", "uts", "user", "cgroup" or "time".
  std::string type;
  /// The one to join; empty: create a new one.
  std::string path;
};

/// config-linux.md, "User namespace mappings"; `containerID`, `hostID` and `size`.
struct IdMapping {
  std::uint32_t container_id = 0;
  std::uint32_t host_id = 0;
  std::uint32_t size = 0;
};

/// config-linux.md, "Offset for Time Namespace".
struct TimeOffset {
  std::int64_t secs = 0;
  std::uint32_t nanosecs = 0;
};

/// config-linux.md, "Devices".
struct Device {
  std::string path;
  /// "c", "b", "u" (the same as c) or "p".
  std::string type;
  /// Present unless the type is "p".
  std::optional<std::int64_t> major;
  std::optional<std::int64_t> minor;
  std::optional<std::uint32_t> file_mode;
  /// As the container sees them.
  std::optional<std::uint32_t> uid;
  std::optional<std::uint32_t> gid;
};

/// config-linux.md, "Network Devices": the value; the key is the name on the host.
struct NetDevice {
  /// Inside the container; empty: the host's name. May end in "%d".
  std::string name;
};

/// config-linux.md, "Allowed Device list".
struct DeviceRule {
  bool allow = false;
  /// "a", "c" or "b"; empty means "a".
  std::string type;
  /// Absent means all.
  std::optional<std::int64_t> major;
  std::optional<std::int64_t> minor;
  /// Some of the letters r, w and m.
  std::string access;
};

/// config-linux.md, "Memory": bytes, -1 for unlimited.
struct Memory {
  std::optional<std::int64_t> limit;
  std::optional<std::int64_t> reservation;
  /// Memory and swap together.
  std::optional<std::int64_t> swap;
  std::optional<std::int64_t> kernel;
  /// The key `kernelTCP`.
  std::optional<std::int64_t> kernel_tcp;
  std::optional<std::uint64_t> swappiness;
  /// The key `disableOOMKiller`.
  std::optional<bool> disable_oom_killer;
  std::optional<bool> use_hierarchy;
  std::optional<bool> check_before_update;
};

/// config-linux.md, "CPU": times in microseconds.
struct Cpu {
  std::optional<std::uint64_t> shares;
  std::optional<std::int64_t> quota;
  std::optional<std::uint64_t> burst;
  std::optional<std::uint64_t> period;
  std::optional<std::int64_t> realtime_runtime;
  std::optional<std::uint64_t> realtime_period;
  /// Lists such as "0-3,7".
  std::string cpus;
  std::string mems;
  std::optional<std::int64_t> idle;
};

/// config-linux.md, "PIDs": -1 for unlimited.
struct Pids {
  std::optional<std::int64_t> limit;
};

/// config-linux.md, "Block IO", an entry of `weightDevice`.
struct WeightDevice {
  std::int64_t major = 0;
  std::int64_t minor = 0;
  std::optional<std::uint16_t> weight;
  std::optional<std::uint16_t> leaf_weight;
};

/// config-linux.md, "Block IO", an entry of the four throttle lists: bytes or operations a second.
struct ThrottleDevice {
  std::int64_t major = 0;
  std::int64_t minor = 0;
  std::uint64_t rate = 0;
};

/// config-linux.md, "Block IO".
struct BlockIo {
  std::optional<std::uint16_t> weight;
  std::optional<std::uint16_t> leaf_weight;
  std::vector<WeightDevice> weight_device;
  std::vector<ThrottleDevice> throttle_read_bps_device;
  std::vector<ThrottleDevice> throttle_write_bps_device;
  std::vector<ThrottleDevice> throttle_read_iops_device;
  std::vector<ThrottleDevice> throttle_write_iops_device;
};

/// config-linux.md, "Huge page limits".
struct HugepageLimit {
  /// "2MB"
  std::string page_size;
  /// Bytes.
  std::uint64_t limit = 0;
};

/// config-linux.md, "Network", an entry of `priorities`.
struct InterfacePriority {
  std::string name;
  std::uint32_t priority = 0;
};

/// config-linux.md, "Network".
struct Network {
  /// The key `classID`.
  std::optional<std::uint32_t> class_id;
  std::vector<InterfacePriority> priorities;
};

/// config-linux.md, "RDMA": the value; the key is the device.
struct Rdma {
  std::optional<std::uint32_t> hca_handles;
  std::optional<std::uint32_t> hca_objects;
};

/// config-linux.md, "Control groups". Also the document that `update --resources` reads.
struct Resources {
  std::vector<DeviceRule> devices;
  Memory memory;
  Cpu cpu;
  Pids pids;
  BlockIo block_io;
  std::vector<HugepageLimit> hugepage_limits;
  Network network;
  std::map<std::string, Rdma> rdma;
  /// File names of cgroup v2 and what to write to them.
  std::map<std::string, std::string> unified;
};

/// config-linux.md, "IntelRdt".
struct IntelRdt {
  /// The key `closID`.
  std::string clos_id;
  std::vector<std::string> schemata;
  std::string l3_cache_schema;
  std::string mem_bw_schema;
  bool enable_monitoring = false;
  /// Of 1.1.0 to 1.2.1, where no runtime gave them a meaning; 1.3.0 has `enable_monitoring`.
  bool enable_cmt = false;
  bool enable_mbm = false;
};

/// config-linux.md, "Memory policy": arguments of set_mempolicy(2).
struct MemoryPolicy {
  /// "MPOL_BIND"
  std::string mode;
  /// A list such as "0-3,7".
  std::string nodes;
  /// "MPOL_F_STATIC_NODES"
  std::vector<std::string> flags;
};

/// config-linux.md, "Seccomp", an entry of `args`.
struct SyscallArgument {
  std::uint32_t index = 0;
  std::uint64_t value = 0;
  std::uint64_t value_two = 0;
  /// "SCMP_CMP_EQ"
  std::string op;
};

/// config-linux.md, "Seccomp", an entry of `syscalls`.
struct Syscall {
  std::vector<std::string> names;
  /// "SCMP_ACT_ERRNO"
  std::string action;
  std::optional<std::uint32_t> errno_ret;
  std::vector<SyscallArgument> args;
};

/// config-linux.md, "Seccomp".
struct Seccomp {
  std::string default_action;
  std::optional<std::uint32_t> default_errno_ret;
  /// "SCMP_ARCH_X86_64"
  std::vector<std::string> architectures;
  /// "SECCOMP_FILTER_FLAG_LOG"; an empty list asks for none, an absent one for the runtime's own.
  std::optional<std::vector<std::string>> flags;
  std::string listener_path;
  std::string listener_metadata;
  std::vector<Syscall> syscalls;
};

/// config-linux.md, "Personality".
struct Personality {
  /// "LINUX" or "LINUX32".
  std::string domain;
  std::vector<std::string> flags;
};

/// The whole section. Lists and maps that are absent are empty.
struct Linux {
  std::vector<Namespace> namespaces;
  std::vector<IdMapping> uid_mappings;
  std::vector<IdMapping> gid_mappings;
  /// By clock: "monotonic" and "boottime".
  std::map<std::string, TimeOffset> time_offsets;
  std::vector<Device> devices;
  std::map<std::string, NetDevice> net_devices;
  std::string cgroups_path;
  std::optional<Resources> resources;
  std::optional<IntelRdt> intel_rdt;
  std::map<std::string, std::string> sysctl;
  std::optional<Seccomp> seccomp;
  /// "shared", "slave", "private" or "unbindable"; empty: not asked for.
  std::string rootfs_propagation;
  std::vector<std::string> masked_paths;
  std::vector<std::string> readonly_paths;
  std::string mount_label;
  std::optional<Personality> personality;
  std::optional<MemoryPolicy> memory_policy;
};

/// The members of each, once: see spec/fields.h.
void fields(Fields& f, Linux& value);
void fields(Fields& f, Namespace& value);
void fields(Fields& f, IdMapping& value);
void fields(Fields& f, TimeOffset& value);
void fields(Fields& f, Device& value);
void fields(Fields& f, NetDevice& value);
void fields(Fields& f, Resources& value);
void fields(Fields& f, DeviceRule& value);
void fields(Fields& f, Memory& value);
void fields(Fields& f, Cpu& value);
void fields(Fields& f, Pids& value);
void fields(Fields& f, BlockIo& value);
void fields(Fields& f, WeightDevice& value);
void fields(Fields& f, ThrottleDevice& value);
void fields(Fields& f, HugepageLimit& value);
void fields(Fields& f, Network& value);
void fields(Fields& f, InterfacePriority& value);
void fields(Fields& f, Rdma& value);
void fields(Fields& f, IntelRdt& value);
void fields(Fields& f, MemoryPolicy& value);
void fields(Fields& f, Seccomp& value);
void fields(Fields& f, Syscall& value);
void fields(Fields& f, SyscallArgument& value);
void fields(Fields& f, Personality& value);

}  // namespace hull::spec
