// SPDX-License-Identifier: Apache-2.0
#include "seccomp/syscalls.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace hull::seccomp {
namespace {

Numbers on(std::string_view architecture, const std::string& name) {
  const Architecture* found = find_architecture(architecture);
  REQUIRE(found != nullptr);
  return numbers_of(*found, name);
}

}  // namespace

TEST_CASE("a call has the number of its architecture") {
  CHECK(on("SCMP_ARCH_X86_64", "read").direct == 0u);
  CHECK(on("SCMP_ARCH_X86", "read").direct == 3u);
  CHECK(on("SCMP_ARCH_AARCH64", "read").direct == 63u);
  CHECK(on("SCMP_ARCH_X32", "read").direct == kX32Bit);
  CHECK(on("SCMP_ARCH_MIPS64N32", "read").direct == 6000u);
}

TEST_CASE("calls that are newer than libseccomp are known on every architecture") {
  CHECK(on("SCMP_ARCH_X86_64", "mseal").direct == 462u);
  CHECK(on("SCMP_ARCH_AARCH64", "statmount").direct == 457u);
  CHECK(on("SCMP_ARCH_X32", "listmount").direct == kX32Bit + 458);
  CHECK(on("SCMP_ARCH_MIPS64", "rseq_slice_yield").direct == 5471u);
  CHECK(name_of(*find_architecture("SCMP_ARCH_X86_64"), 462) == "mseal");
}

TEST_CASE("a call that an architecture lacks has no number there") {
  CHECK_FALSE(on("SCMP_ARCH_AARCH64", "open").direct);
  CHECK_FALSE(on("SCMP_ARCH_X86_64", "waitpid").direct);
  CHECK_FALSE(on("SCMP_ARCH_X86_64", "recv").through);
  CHECK_FALSE(on("SCMP_ARCH_X86_64", "no_such_call").direct);
}

TEST_CASE("a call that is also made through another one has both numbers") {
  const Numbers socket = on("SCMP_ARCH_X86", "socket");
  CHECK(socket.direct == 359u);
  REQUIRE(socket.through);
  CHECK(socket.through->number == 102);
  CHECK(socket.through->first_argument == 1);
  const Numbers accept = on("SCMP_ARCH_X86", "accept");
  CHECK_FALSE(accept.direct);
  REQUIRE(accept.through);
  CHECK(accept.through->first_argument == 5);
  const Numbers semget = on("SCMP_ARCH_S390X", "semget");
  CHECK(semget.direct == 393u);
  REQUIRE(semget.through);
  CHECK(semget.through->number == 117);
  // ipc(2)'s version, above, must not hide what is called.
  CHECK(semget.through->mask == 0xffff);
}

TEST_CASE("the names of an architecture are its calls, each once") {
  const std::vector<std::string> names = names_of(native_architecture());
  CHECK(names.size() > 250);
  CHECK(std::ranges::adjacent_find(names) == names.end());
  CHECK(std::ranges::find(names, "openat2") != names.end());
  CHECK(std::ranges::find(names, "mseal") != names.end());
  CHECK(std::ranges::find(names, "no_such_call") == names.end());
}

}  // namespace hull::seccomp
