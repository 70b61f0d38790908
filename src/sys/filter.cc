// SPDX-License-Identifier: Apache-2.0
#include "sys/filter.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "base/text.h"

namespace hull::sys {
namespace {

long bpf(bpf_cmd command, bpf_attr& attributes) {
  return ::syscall(SYS_bpf, command, &attributes, sizeof attributes);
}

std::uint64_t address(const void* pointer) {
  return reinterpret_cast<std::uintptr_t>(pointer);
}

}  // namespace

Result<Fd> load_device_program(std::span<const bpf_insn> instructions) {
  // No helper that is reserved to GPL programs is called, so the name of the licence is enough.
  static constexpr char kLicense[] = "Apache-2.0";
  bpf_attr attributes = {};
  attributes.prog_type = BPF_PROG_TYPE_CGROUP_DEVICE;
  attributes.insns = address(instructions.data());
  attributes.insn_cnt = static_cast<std::uint32_t>(instructions.size());
  attributes.license = address(kLicense);
  long fd = bpf(BPF_PROG_LOAD, attributes);
  if (fd < 0) return Error::system(format("bpf(PROG_LOAD, {} instructions)", instructions.size()));
  return Fd(static_cast<int>(fd));
}

Result<void> attach_device_program(FdRef cgroup, FdRef program) {
  bpf_attr attributes = {};
  attributes.target_fd = static_cast<std::uint32_t>(cgroup.number());
  attributes.attach_bpf_fd = static_cast<std::uint32_t>(program.number());
  attributes.attach_type = BPF_CGROUP_DEVICE;
  attributes.attach_flags = BPF_F_ALLOW_MULTI;
  if (bpf(BPF_PROG_ATTACH, attributes) < 0) return Error::system("bpf(PROG_ATTACH, CGROUP_DEVICE)");
  return {};
}

Result<std::vector<std::uint32_t>> attached_device_programs(FdRef cgroup) {
  // The kernel allows this many on one cgroup (BPF_CGROUP_MAX_PROGS).
  std::vector<std::uint32_t> ids(64);
  bpf_attr attributes = {};
  attributes.query.target_fd = static_cast<std::uint32_t>(cgroup.number());
  attributes.query.attach_type = BPF_CGROUP_DEVICE;
  attributes.query.prog_ids = address(ids.data());
  attributes.query.prog_cnt = static_cast<std::uint32_t>(ids.size());
  if (bpf(BPF_PROG_QUERY, attributes) < 0) return Error::system("bpf(PROG_QUERY, CGROUP_DEVICE)");
  ids.resize(attributes.query.prog_cnt);
  return ids;
}

Result<void> detach_device_program(FdRef cgroup, std::uint32_t id) {
  bpf_attr by_id = {};
  by_id.prog_id = id;
  Fd program(static_cast<int>(bpf(BPF_PROG_GET_FD_BY_ID, by_id)));
  if (!program.is_open()) {
    if (errno == ENOENT) return {};
    return Error::system(format("bpf(PROG_GET_FD_BY_ID, {})", id));
  }
  bpf_attr attributes = {};
  attributes.target_fd = static_cast<std::uint32_t>(cgroup.number());
  attributes.attach_bpf_fd = static_cast<std::uint32_t>(program.number());
  attributes.attach_type = BPF_CGROUP_DEVICE;
  if (bpf(BPF_PROG_DETACH, attributes) < 0 && errno != ENOENT)
    return Error::system(format("bpf(PROG_DETACH, {})", id));
  return {};
}

}  // namespace hull::sys
