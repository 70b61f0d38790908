// SPDX-License-Identifier: Apache-2.0
#include "seccomp/architectures.h"

#include <doctest/doctest.h>
#include <linux/audit.h>

#include <string>

#include "spec/words.h"

namespace hull::seccomp {

TEST_CASE("every architecture is one of the specification's words") {
  CHECK(architectures().size() >= 19);
  for (const Architecture& architecture : architectures()) {
    bool known = false;
    for (std::string_view word : spec::words::seccomp_architectures())
      known |= word == architecture.name;
    CHECK_MESSAGE(known, architecture.name);
  }
}

TEST_CASE("x32 is told from x86_64 by its numbers alone") {
  const Architecture* x32 = find_architecture("SCMP_ARCH_X32");
  const Architecture* x86_64 = find_architecture("SCMP_ARCH_X86_64");
  REQUIRE(x32 != nullptr);
  REQUIRE(x86_64 != nullptr);
  CHECK(x32->audit == x86_64->audit);
  CHECK(x32->base == kX32Bit);
  CHECK_FALSE(x32->is_wide());
  CHECK(x86_64->is_wide());
}

TEST_CASE("the machine's own architecture is among them") {
#if defined(__x86_64__)
  CHECK(native_architecture().name == "SCMP_ARCH_X86_64");
#elif defined(__aarch64__)
  CHECK(native_architecture().name == "SCMP_ARCH_AARCH64");
#endif
  CHECK(find_architecture(native_architecture().name) == &native_architecture());
  CHECK(native_architecture().label() ==
        std::string(find_architecture(native_architecture().name)->label()));
  CHECK(find_architecture("SCMP_ARCH_AARCH64")->label() == "aarch64");
  CHECK(find_architecture("SCMP_ARCH_NATIVE") == nullptr);
}

}  // namespace hull::seccomp
