// SPDX-License-Identifier: Apache-2.0
#include "cgroup/device_program.h"

#include <doctest/doctest.h>

#include <array>
#include <cstring>

#include "device_lists.h"

namespace hull::cgroup {
namespace {

bool jumps(std::uint8_t comparison, std::uint32_t left, std::uint32_t right) {
  if (comparison == BPF_JNE) return left != right;
  if (comparison == BPF_JSET) return (left & right) != 0;
  FAIL("unexpected comparison ", int{comparison});
  return false;
}

std::uint32_t compute(std::uint8_t operation, std::uint32_t left, std::uint32_t right) {
  if (operation == BPF_MOV) return right;
  if (operation == BPF_AND) return left & right;
  if (operation == BPF_RSH) return left >> right;
  FAIL("unexpected operation ", int{operation});
  return 0;
}

/// Runs the program as the kernel would (instruction-set.rst), for the few instructions that it
/// may use: the result, or a failed test.
std::uint32_t interpret(const std::vector<bpf_insn>& program, const bpf_cgroup_dev_ctx& context) {
  std::array<std::uint32_t, 11> r = {};
  for (std::size_t at = 0; at < program.size(); ++at) {
    const bpf_insn& i = program[at];
    const auto operand = static_cast<std::uint32_t>(i.imm);
    const std::uint8_t operation = BPF_OP(i.code);
    if (i.code == (BPF_LDX | BPF_MEM | BPF_W)) {
      REQUIRE(i.src_reg == BPF_REG_1);
      std::memcpy(&r[i.dst_reg], reinterpret_cast<const char*>(&context) + i.off, 4);
    } else if (i.code == (BPF_JMP | BPF_EXIT)) {
      return r[0];
    } else if (i.code == (BPF_JMP | BPF_JA)) {
      at += static_cast<std::size_t>(i.off);
    } else if (BPF_CLASS(i.code) == BPF_JMP32) {
      if (jumps(operation, r[i.dst_reg], operand)) at += static_cast<std::size_t>(i.off);
    } else {
      REQUIRE(BPF_CLASS(i.code) == BPF_ALU);
      r[i.dst_reg] = compute(operation, r[i.dst_reg], operand);
    }
  }
  FAIL("the program runs off its end");
  return 0;
}

bool program_permits(const std::vector<bpf_insn>& program, const Question& q) {
  std::uint32_t type = q.type == 'b' ? BPF_DEVCG_DEV_BLOCK : BPF_DEVCG_DEV_CHAR;
  return interpret(program,
                   {.access_type = q.access << 16 | type, .major = q.major, .minor = q.minor}) == 1;
}

void check_against_policy(const std::vector<spec::DeviceRule>& list) {
  DevicePolicy decided = device_policy(list).value();
  std::vector<bpf_insn> program = device_program(decided);
  for (const Question& q : questions()) {
    CAPTURE(q.type);
    CAPTURE(q.major);
    CAPTURE(q.minor);
    CAPTURE(q.access);
    REQUIRE(program_permits(program, q) == permits(decided, q.type, q.major, q.minor, q.access));
  }
}

}  // namespace

TEST_CASE("the program permits what the policy permits") {
  for (const auto& list : expressible_lists()) check_against_policy(list);
}

TEST_CASE("the program knows exceptions from exceptions") {
  check_against_policy(rules({"deny a *:* rwm", "allow c 10:* rwm", "deny c 10:229 w"}));
  check_against_policy(
      rules({"allow a *:* rwm", "deny c 10:* rwm", "allow c 10:200 rw", "deny c 10:200 w"}));
}

TEST_CASE("a thousand exceptions need no jump longer than one of them") {
  std::vector<spec::DeviceRule> list;
  for (std::int64_t minor = 0; minor < 1000; ++minor)
    list.push_back({.allow = true, .type = "b", .major = 259, .minor = minor, .access = "rw"});
  std::vector<bpf_insn> program = device_program(device_policy(list).value());
  for (const bpf_insn& i : program) REQUIRE((i.off >= 0 && i.off <= 12));
  CHECK(program_permits(program, {'b', 259, 0, kRead | kWrite}));
  CHECK_FALSE(program_permits(program, {'b', 259, 1000, kRead}));
}

}  // namespace hull::cgroup
