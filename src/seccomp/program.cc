// SPDX-License-Identifier: Apache-2.0
#include "seccomp/program.h"

#include <linux/audit.h>
#include <linux/bpf_common.h>
#include <linux/seccomp.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <utility>

#include "base/text.h"

// Programs are built from their ends: a piece of code that knows how long what follows it is can
// jump over it.
namespace hull::seccomp {
namespace {

constexpr std::size_t kLongestJump = 255;

sock_filter load(std::size_t offset) {
  return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
}
sock_filter mask(std::uint32_t bits) {
  return BPF_STMT(BPF_ALU | BPF_AND | BPF_K, bits);
}
sock_filter give(std::uint32_t action) {
  return BPF_STMT(BPF_RET | BPF_K, action);
}
sock_filter skip(std::size_t count) {
  return BPF_STMT(BPF_JMP | BPF_JA, static_cast<std::uint32_t>(count));
}
/// BPF_JEQ, BPF_JGT or BPF_JGE with `value`: skips `yes` or `no` instructions.
sock_filter jump(int condition, std::uint32_t value, std::size_t yes, std::size_t no) {
  return {static_cast<std::uint16_t>(BPF_JMP | condition | BPF_K), static_cast<std::uint8_t>(yes),
          static_cast<std::uint8_t>(no), value};
}

void append(Program& program, const Program& more) {
  program.insert(program.end(), more.begin(), more.end());
}

/// The halves of an argument. Its bytes stand in the machine's order.
struct Halves {
  std::size_t low;
  std::size_t high;
};

Halves halves(unsigned argument) {
  const std::size_t at = offsetof(seccomp_data, args) + argument * sizeof(std::uint64_t);
  constexpr std::size_t kHalf = sizeof(std::uint32_t);
  if constexpr (std::endian::native == std::endian::little) return {at, at + kHalf};
  return {at + kHalf, at};
}

std::uint32_t low(std::uint64_t value) {
  return static_cast<std::uint32_t>(value);
}
std::uint32_t high(std::uint64_t value) {
  return static_cast<std::uint32_t>(value >> 32);
}

/// Goes on behind itself where the test holds, else skips `otherwise` instructions more. At most
/// seven instructions.
Program test_narrow(const plan::ArgumentTest& test, std::size_t otherwise) {
  Program program = {load(halves(test.index).low)};
  const std::uint32_t value = low(test.value);
  switch (test.comparison) {
    case plan::Comparison::MaskedEqual:
      program.push_back(mask(low(test.mask)));
      [[fallthrough]];
    case plan::Comparison::Equal:
      program.push_back(jump(BPF_JEQ, value, 0, otherwise));
      break;
    case plan::Comparison::NotEqual:
      program.push_back(jump(BPF_JEQ, value, otherwise, 0));
      break;
    case plan::Comparison::Greater:
      program.push_back(jump(BPF_JGT, value, 0, otherwise));
      break;
    case plan::Comparison::GreaterOrEqual:
      program.push_back(jump(BPF_JGE, value, 0, otherwise));
      break;
    case plan::Comparison::Less:
      program.push_back(jump(BPF_JGE, value, otherwise, 0));
      break;
    case plan::Comparison::LessOrEqual:
      program.push_back(jump(BPF_JGT, value, otherwise, 0));
      break;
  }
  return program;
}

Program test_wide(const plan::ArgumentTest& test, std::size_t otherwise) {
  const Halves at = halves(test.index);
  const Program lower = test_narrow(test, otherwise);
  const std::uint32_t value = high(test.value);
  Program program = {load(at.high)};
  switch (test.comparison) {
    case plan::Comparison::MaskedEqual:
      program.push_back(mask(high(test.mask)));
      [[fallthrough]];
    case plan::Comparison::Equal:
      program.push_back(jump(BPF_JEQ, value, 0, lower.size() + otherwise));
      break;
    case plan::Comparison::NotEqual:
      program.push_back(jump(BPF_JEQ, value, 0, lower.size()));
      break;
    case plan::Comparison::Greater:
    case plan::Comparison::GreaterOrEqual:
      program.push_back(jump(BPF_JGT, value, lower.size() + 1, 0));
      program.push_back(jump(BPF_JEQ, value, 0, lower.size() + otherwise));
      break;
    case plan::Comparison::Less:
    case plan::Comparison::LessOrEqual:
      program.push_back(jump(BPF_JGT, value, lower.size() + 1 + otherwise, 0));
      program.push_back(jump(BPF_JEQ, value, 0, lower.size()));
      break;
  }
  append(program, lower);
  return program;
}

/// Gives the clause's action, or goes on behind itself where a test does not hold.
Program clause_code(const Clause& clause, bool is_wide) {
  Program program = {give(clause.action)};
  // Six tests of seven instructions: every jump is short.
  for (std::size_t i = clause.tests.size(); i-- > 0;) {
    Program test = is_wide ? test_wide(clause.tests[i], program.size())
                           : test_narrow(clause.tests[i], program.size());
    append(test, program);
    program = std::move(test);
  }
  return program;
}

/// What is done with the numbers from `first` to the next segment's.
struct Segment {
  std::uint32_t first = 0;
  std::uint32_t action = 0;
  /// Where the arguments count too: they decide, and `action` where none of them does.
  const Clauses* clauses = nullptr;
  bool is_wide = false;

  bool does_the_same(const Segment& other) const {
    return clauses == nullptr && other.clauses == nullptr && action == other.action;
  }
};

using Segments = std::vector<Segment>;

void add(Segments& segments, Segment segment) {
  // What begins at the same number takes the former's place.
  if (!segments.empty() && segments.back().first == segment.first) segments.pop_back();
  if (segments.empty() || !segments.back().does_the_same(segment)) segments.push_back(segment);
}

/// The numbers from `first` to `last`, both included, which are all of the same rules.
void add_part(Segments& segments, const Ruleset& ruleset, std::uint32_t audit, std::uint32_t first,
              std::uint32_t last) {
  const ArchitectureRules* rules = rules_for(ruleset, audit, first);
  if (rules == nullptr) return add(segments, {first, foreign_action()});
  add(segments, {first, ruleset.default_action});
  const auto end = rules->calls.upper_bound(last);
  for (auto call = rules->calls.lower_bound(first); call != end; ++call) {
    const auto& [number, clauses] = *call;
    if (clauses.empty()) continue;
    if (clauses.front().tests.empty())
      add(segments, {number, clauses.front().action});
    else
      add(segments, {number, ruleset.default_action, &clauses, rules->architecture->is_wide()});
    if (number < last) add(segments, {number + 1, ruleset.default_action});
  }
  if (rules->last_known && *rules->last_known < last)
    add(segments, {std::max(first, *rules->last_known + 1), ruleset.newer_action});
}

/// All numbers of what the kernel calls `audit`.
Segments segments_of(const Ruleset& ruleset, std::uint32_t audit) {
  constexpr std::uint32_t kLast = ~std::uint32_t{0};
  Segments segments;
  if (audit != AUDIT_ARCH_X86_64) {
    add_part(segments, ruleset, audit, 0, kLast);
    return segments;
  }
  // The parts of rules_for().
  add_part(segments, ruleset, audit, 0, kX32Bit - 1);
  add_part(segments, ruleset, audit, kX32Bit, kLast - 1);
  add_part(segments, ruleset, audit, kLast, kLast);
  return segments;
}

Program segment_code(const Segment& segment) {
  Program program;
  if (segment.clauses != nullptr)
    for (const Clause& clause : *segment.clauses)
      append(program, clause_code(clause, segment.is_wide));
  program.push_back(give(segment.action));
  return program;
}

/// The search for the number, which is loaded, among the segments from `begin` up to `end`.
Program search(const Segments& segments, std::size_t begin, std::size_t end) {
  if (end - begin == 1) return segment_code(segments[begin]);
  const std::size_t middle = begin + (end - begin) / 2;
  const Program below = search(segments, begin, middle);
  Program program;
  if (below.size() <= kLongestJump) {
    program = {jump(BPF_JGE, segments[middle].first, below.size(), 0)};
  } else {
    program = {jump(BPF_JGE, segments[middle].first, 0, 1), skip(below.size())};
  }
  append(program, below);
  append(program, search(segments, middle, end));
  return program;
}

Program architecture_code(const Ruleset& ruleset, std::uint32_t audit) {
  const Segments segments = segments_of(ruleset, audit);
  Program program = {load(offsetof(seccomp_data, nr))};
  append(program, search(segments, 0, segments.size()));
  return program;
}

}  // namespace

Result<Program> compile(const Ruleset& ruleset) {
  Program program = {load(offsetof(seccomp_data, arch))};
  std::vector<std::uint32_t> done;
  for (const ArchitectureRules& rules : ruleset.architectures) {
    const std::uint32_t audit = rules.architecture->audit;
    if (std::ranges::find(done, audit) != done.end()) continue;
    done.push_back(audit);
    const Program own = architecture_code(ruleset, audit);
    program.push_back(jump(BPF_JEQ, audit, 1, 0));
    program.push_back(skip(own.size()));
    append(program, own);
  }
  program.push_back(give(foreign_action()));
  if (program.size() > BPF_MAXINSNS)
    return Error::refused(
        format("/linux/seccomp: its filter has {} instructions, and the kernel "
               "takes {}",
               program.size(), BPF_MAXINSNS));
  return program;
}

std::string bytes_of(const Program& program) {
  return {reinterpret_cast<const char*>(program.data()), program.size() * sizeof(sock_filter)};
}

std::optional<Program> program_of(std::string_view bytes) {
  const std::size_t count = bytes.size() / sizeof(sock_filter);
  if (count == 0 || count > BPF_MAXINSNS || bytes.size() % sizeof(sock_filter) != 0)
    return std::nullopt;
  Program program(count);
  std::memcpy(program.data(), bytes.data(), bytes.size());
  return program;
}

}  // namespace hull::seccomp
