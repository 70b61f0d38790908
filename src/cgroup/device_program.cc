// SPDX-License-Identifier: Apache-2.0
#include "cgroup/device_program.h"

#include <cstddef>
#include <cstdint>

namespace hull::cgroup {
namespace {

// Which register holds what. The context comes in R1 and is read once.
constexpr std::uint8_t kContext = BPF_REG_1;
constexpr std::uint8_t kType = BPF_REG_2;
constexpr std::uint8_t kOpen = BPF_REG_3;  // the accesses asked for and not decided yet
constexpr std::uint8_t kMajor = BPF_REG_4;
constexpr std::uint8_t kMinor = BPF_REG_5;

// 32-bit instructions throughout: a 64-bit one would extend the sign of a large device number.
bpf_insn load(std::uint8_t to, std::size_t offset) {
  return {.code = BPF_LDX | BPF_MEM | BPF_W,
          .dst_reg = to,
          .src_reg = kContext,
          .off = static_cast<std::int16_t>(offset),
          .imm = 0};
}

bpf_insn compute(std::uint8_t operation, std::uint8_t to, std::uint32_t operand) {
  return {.code = static_cast<std::uint8_t>(BPF_ALU | BPF_K | operation),
          .dst_reg = to,
          .src_reg = 0,
          .off = 0,
          .imm = static_cast<std::int32_t>(operand)};
}

// Skips `count` instructions when the comparison holds.
bpf_insn skip_if(std::uint8_t comparison, std::uint8_t left, std::uint32_t right,
                 std::size_t count) {
  return {.code = static_cast<std::uint8_t>(BPF_JMP32 | BPF_K | comparison),
          .dst_reg = left,
          .src_reg = 0,
          .off = static_cast<std::int16_t>(count),
          .imm = static_cast<std::int32_t>(right)};
}

using Program = std::vector<bpf_insn>;

void append(Program& program, const Program& more) {
  program.insert(program.end(), more.begin(), more.end());
}

Program answer(Verdict verdict) {
  return {
      compute(BPF_MOV, BPF_REG_0, verdict == Verdict::Allow ? 1 : 0),
      {.code = BPF_JMP | BPF_EXIT, .dst_reg = 0, .src_reg = 0, .off = 0, .imm = 0},
  };
}

// What to do with a device that the exception speaks of: answer, or fall out at the end.
Program decide(const DeviceException& e) {
  Program program;
  if (e.verdict == Verdict::Allow) {
    program.push_back(compute(BPF_AND, kOpen, ~e.access));
    program.push_back(skip_if(BPF_JNE, kOpen, 0, 2));
  } else {
    // There is no "jump if no bit is set": hop over the hop.
    program.push_back(skip_if(BPF_JSET, kOpen, e.access, 1));
    program.push_back({.code = BPF_JMP | BPF_JA, .dst_reg = 0, .src_reg = 0, .off = 2, .imm = 0});
  }
  append(program, answer(e.verdict));
  return program;
}

void append(Program& program, std::uint32_t type, const DeviceTypePolicy& policy) {
  for (auto e = policy.exceptions.rbegin(); e != policy.exceptions.rend(); ++e) {
    Program body = decide(*e);
    if (e->minor) body.insert(body.begin(), skip_if(BPF_JNE, kMinor, *e->minor, body.size()));
    if (e->major) body.insert(body.begin(), skip_if(BPF_JNE, kMajor, *e->major, body.size()));
    program.push_back(skip_if(BPF_JNE, kType, type, body.size()));
    append(program, body);
  }
}

}  // namespace

Program device_program(const DevicePolicy& policy) {
  // access_type holds the access in its upper half and the device's type in its lower one.
  Program program = {
      load(kType, offsetof(bpf_cgroup_dev_ctx, access_type)),
      load(kOpen, offsetof(bpf_cgroup_dev_ctx, access_type)),
      compute(BPF_AND, kType, 0xffff),
      compute(BPF_RSH, kOpen, 16),
      load(kMajor, offsetof(bpf_cgroup_dev_ctx, major)),
      load(kMinor, offsetof(bpf_cgroup_dev_ctx, minor)),
  };
  append(program, BPF_DEVCG_DEV_BLOCK, policy.block);
  append(program, BPF_DEVCG_DEV_CHAR, policy.character);
  const Program otherwise = answer(policy.character.base);
  if (policy.block.base != policy.character.base) {
    program.push_back(skip_if(BPF_JNE, kType, BPF_DEVCG_DEV_BLOCK, otherwise.size()));
    append(program, answer(policy.block.base));
  }
  append(program, otherwise);
  return program;
}

}  // namespace hull::cgroup
