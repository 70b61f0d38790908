// SPDX-License-Identifier: Apache-2.0
#include "spec/linux.h"

#include "spec/fields.h"

namespace hull::spec {

void fields(Fields& f, Linux& value) {
  f.optional("uidMappings", value.uid_mappings);
  f.optional("gidMappings", value.gid_mappings);
  f.optional("sysctl", value.sysctl);
  f.optional("resources", value.resources);
  f.optional("cgroupsPath", value.cgroups_path);
  f.optional("namespaces", value.namespaces);
  f.optional("devices", value.devices);
  f.optional("netDevices", value.net_devices);
  f.optional("seccomp", value.seccomp);
  f.optional("rootfsPropagation", value.rootfs_propagation);
  f.optional("maskedPaths", value.masked_paths);
  f.optional("readonlyPaths", value.readonly_paths);
  f.optional("mountLabel", value.mount_label);
  f.optional("intelRdt", value.intel_rdt);
  f.optional("memoryPolicy", value.memory_policy);
  f.optional("personality", value.personality);
  f.optional("timeOffsets", value.time_offsets);
}

void fields(Fields& f, Namespace& value) {
  f.required("type", value.type);
  f.optional("path", value.path);
}

void fields(Fields& f, IdMapping& value) {
  f.required("containerID", value.container_id);
  f.required("hostID", value.host_id);
  f.required("size", value.size);
}

void fields(Fields& f, TimeOffset& value) {
  f.optional("secs", value.secs);
  f.optional("nanosecs", value.nanosecs);
}

void fields(Fields& f, Device& value) {
  f.required("path", value.path);
  f.required("type", value.type);
  f.optional("major", value.major);
  f.optional("minor", value.minor);
  f.optional("fileMode", value.file_mode);
  f.optional("uid", value.uid);
  f.optional("gid", value.gid);
}

void fields(Fields& f, NetDevice& value) {
  f.optional("name", value.name);
}

void fields(Fields& f, Resources& value) {
  f.optional("devices", value.devices);
  f.optional("memory", value.memory);
  f.optional("cpu", value.cpu);
  f.optional("pids", value.pids);
  f.optional("blockIO", value.block_io);
  f.optional("hugepageLimits", value.hugepage_limits);
  f.optional("network", value.network);
  f.optional("rdma", value.rdma);
  f.optional("unified", value.unified);
}

void fields(Fields& f, DeviceRule& value) {
  f.required("allow", value.allow);
  f.optional("type", value.type);
  f.optional("major", value.major);
  f.optional("minor", value.minor);
  f.optional("access", value.access);
}

void fields(Fields& f, Memory& value) {
  f.optional("limit", value.limit);
  f.optional("reservation", value.reservation);
  f.optional("swap", value.swap);
  f.optional("kernel", value.kernel);
  f.optional("kernelTCP", value.kernel_tcp);
  f.optional("swappiness", value.swappiness);
  f.optional("disableOOMKiller", value.disable_oom_killer);
  f.optional("useHierarchy", value.use_hierarchy);
  f.optional("checkBeforeUpdate", value.check_before_update);
}

void fields(Fields& f, Cpu& value) {
  f.optional("shares", value.shares);
  f.optional("quota", value.quota);
  f.optional("burst", value.burst);
  f.optional("period", value.period);
  f.optional("realtimeRuntime", value.realtime_runtime);
  f.optional("realtimePeriod", value.realtime_period);
  f.optional("cpus", value.cpus);
  f.optional("mems", value.mems);
  f.optional("idle", value.idle);
}

void fields(Fields& f, Pids& value) {
  f.optional("limit", value.limit);
}

void fields(Fields& f, BlockIo& value) {
  f.optional("weight", value.weight);
  f.optional("leafWeight", value.leaf_weight);
  f.optional("weightDevice", value.weight_device);
  f.optional("throttleReadBpsDevice", value.throttle_read_bps_device);
  f.optional("throttleWriteBpsDevice", value.throttle_write_bps_device);
  f.optional("throttleReadIOPSDevice", value.throttle_read_iops_device);
  f.optional("throttleWriteIOPSDevice", value.throttle_write_iops_device);
}

void fields(Fields& f, WeightDevice& value) {
  f.required("major", value.major);
  f.required("minor", value.minor);
  f.optional("weight", value.weight);
  f.optional("leafWeight", value.leaf_weight);
}

void fields(Fields& f, ThrottleDevice& value) {
  f.required("major", value.major);
  f.required("minor", value.minor);
  f.required("rate", value.rate);
}

void fields(Fields& f, HugepageLimit& value) {
  f.required("pageSize", value.page_size);
  f.required("limit", value.limit);
}

void fields(Fields& f, Network& value) {
  f.optional("classID", value.class_id);
  f.optional("priorities", value.priorities);
}

void fields(Fields& f, InterfacePriority& value) {
  f.required("name", value.name);
  f.required("priority", value.priority);
}

void fields(Fields& f, Rdma& value) {
  f.optional("hcaHandles", value.hca_handles);
  f.optional("hcaObjects", value.hca_objects);
}

void fields(Fields& f, IntelRdt& value) {
  f.optional("closID", value.clos_id);
  f.optional("schemata", value.schemata);
  f.optional("l3CacheSchema", value.l3_cache_schema);
  f.optional("memBwSchema", value.mem_bw_schema);
  f.optional("enableMonitoring", value.enable_monitoring);
  f.optional("enableCMT", value.enable_cmt);
  f.optional("enableMBM", value.enable_mbm);
}

void fields(Fields& f, MemoryPolicy& value) {
  f.required("mode", value.mode);
  f.optional("nodes", value.nodes);
  f.optional("flags", value.flags);
}

void fields(Fields& f, Seccomp& value) {
  f.required("defaultAction", value.default_action);
  f.optional("defaultErrnoRet", value.default_errno_ret);
  f.optional("architectures", value.architectures);
  f.optional("flags", value.flags);
  f.optional("listenerPath", value.listener_path);
  f.optional("listenerMetadata", value.listener_metadata);
  f.optional("syscalls", value.syscalls);
}

void fields(Fields& f, Syscall& value) {
  f.required("names", value.names);
  f.required("action", value.action);
  f.optional("errnoRet", value.errno_ret);
  f.optional("args", value.args);
}

void fields(Fields& f, SyscallArgument& value) {
  f.required("index", value.index);
  f.required("value", value.value);
  f.optional("valueTwo", value.value_two);
  f.required("op", value.op);
}

void fields(Fields& f, Personality& value) {
  f.required("domain", value.domain);
  f.optional("flags", value.flags);
}

}  // namespace hull::spec
