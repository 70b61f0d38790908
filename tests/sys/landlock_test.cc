// SPDX-License-Identifier: Apache-2.0
#include "sys/landlock.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>

#include "kit/namespaces.h"
#include "kit/skip.h"
#include "sys/file.h"
#include "sys/identity.h"

namespace hull::sys {
namespace {

constexpr std::uint64_t kReadFile = LANDLOCK_ACCESS_FS_READ_FILE;

std::string reading(const std::string& path) {
  Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  return file.is_open() ? "read" : describe_errno(errno);
}

/// Two directories with a file each.
struct Files {
  kit::Directory directory;
  std::string inside = directory.path("inside"), outside = directory.path("outside");
  Files() {
    for (const std::string& place : {inside, outside}) {
      REQUIRE(::mkdir(place.c_str(), 0755) == 0);
      std::ofstream(place + "/file") << "text";
    }
  }
};

/// Allows itself nothing but to read below `place`.
std::string confine_to(const std::string& place) {
  auto ruleset = LandlockRuleset::create(kReadFile);
  if (!ruleset) return ruleset.error().message();
  auto beneath = open_at(FdRef::cwd(), place, O_PATH | O_DIRECTORY);
  auto allowed = ruleset->allow(*beneath, kReadFile);
  if (!allowed) return allowed.error().message();
  return kit::message_of(ruleset->restrict_self());
}

}  // namespace

TEST_CASE("a restricted process reads what its rules allow, and nothing else") {
  if (landlock_abi() == 0) return kit::skip("Landlock");
  Files files;
  CHECK(kit::in_child([&]() -> std::string {
          if (!set_no_new_privileges()) return "no_new_privs";
          std::string confined = confine_to(files.inside);
          if (!confined.empty()) return confined;
          return reading(files.inside + "/file") + ", " + reading(files.outside + "/file");
        }) == "read, permission denied");
  CHECK(reading(files.outside + "/file") == "read");
}

TEST_CASE("who has neither CAP_SYS_ADMIN nor no_new_privs may not restrict itself") {
  if (landlock_abi() == 0) return kit::skip("Landlock");
  Files files;
  CHECK(kit::in_child([&]() -> std::string {
          if (!set_capabilities(0, 0, 0)) return "capset";
          return confine_to(files.inside);
        }) == "landlock_restrict_self: operation not permitted");
}

TEST_CASE("a right that no kernel knows, a rule for nothing and one that is not handled fail") {
  if (landlock_abi() == 0) return kit::skip("Landlock");
  constexpr std::uint64_t kUnknown = std::uint64_t{1} << 63;
  CHECK(kit::message_of(LandlockRuleset::create(kUnknown)) ==
        "landlock_create_ruleset(0x8000000000000000): invalid argument");
  Files files;
  auto ruleset = LandlockRuleset::create(kReadFile);
  REQUIRE(ruleset);
  auto beneath = open_at(FdRef::cwd(), files.inside, O_PATH | O_DIRECTORY);
  REQUIRE(beneath);
  CHECK(kit::message_of(ruleset->allow(*beneath, 0)) ==
        "landlock_add_rule(0x0): no message of desired type");
  CHECK(kit::message_of(ruleset->allow(*beneath, LANDLOCK_ACCESS_FS_EXECUTE)) ==
        "landlock_add_rule(0x1): invalid argument");
}

}  // namespace hull::sys
