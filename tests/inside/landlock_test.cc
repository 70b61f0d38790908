// SPDX-License-Identifier: Apache-2.0
#include "inside/landlock.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>

#include "base/text.h"
#include "kit/namespaces.h"
#include "kit/skip.h"
#include "sys/identity.h"

namespace hull::inside {
namespace {

constexpr std::uint64_t kReadFile = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t kReadDir = LANDLOCK_ACCESS_FS_READ_DIR;

/// A directory with a file, and one beside it; plans for both.
struct Scene {
  kit::Directory directory;
  plan::Process process;
  plan::Landlock& landlock = process.landlock.emplace();
  Scene() {
    for (const char* name : {"inside", "outside"}) {
      REQUIRE(::mkdir(directory.path(name).c_str(), 0755) == 0);
      std::ofstream(directory.path(std::string(name) + "/file")) << "text";
    }
    landlock.handled = kReadFile | kReadDir;
    landlock.file_rights = kReadFile;
  }
  void allow(const std::string& name, std::uint64_t rights) {
    landlock.paths.push_back({directory.path(name), rights, format("'{}'", name)});
  }
  /// What a child that restricts itself says of the files inside and outside.
  std::string outcome() const {
    return kit::in_child([&]() -> std::string {
      auto ruleset = make_ruleset(process);
      if (!ruleset) return masked(ruleset.error().message());
      // Not by root's right alone: the effective set may be empty.
      auto held = sys::capabilities();
      if (!held || !sys::set_capabilities(0, held->permitted, held->inheritable)) return "capset";
      if ((held->permitted >> CAP_SYS_ADMIN & 1) == 0 && !sys::set_no_new_privileges())
        return "no_new_privs";
      auto restricted = restrict_files(*ruleset);
      if (!restricted) return restricted.error().message();
      return reading("inside/file") + ", " + reading("outside/file");
    });
  }

 private:
  std::string reading(const std::string& name) const {
    sys::Fd file(::open(directory.path(name).c_str(), O_RDONLY | O_CLOEXEC));
    return file.is_open() ? "read" : describe_errno(errno);
  }
  /// Without the name that the directory got by chance.
  std::string masked(std::string message) const {
    std::size_t at = message.find(directory.path());
    return at == message.npos ? message : message.replace(at, directory.path().size(), "");
  }
};

}  // namespace

TEST_CASE("without a Landlock plan nothing is restricted") {
  auto ruleset = make_ruleset({});
  REQUIRE(ruleset);
  CHECK_FALSE(ruleset->has_value());
  CHECK(kit::message_of(restrict_files(*ruleset)) == "");
}

TEST_CASE("the process has of the handled rights what the paths give it") {
  if (sys::landlock_abi() == 0) return kit::skip("Landlock");
  Scene scene;
  CHECK(scene.outcome() == "permission denied, permission denied");
  scene.allow("inside", kReadFile);
  CHECK(scene.outcome() == "read, permission denied");
}

TEST_CASE("a file is given the rights of files only") {
  if (sys::landlock_abi() == 0) return kit::skip("Landlock");
  Scene scene;
  scene.allow("outside/file", kReadFile | kReadDir);
  CHECK(scene.outcome() == "permission denied, read");
}

TEST_CASE("a path that is missing or fits no right is refused by its origin") {
  if (sys::landlock_abi() == 0) return kit::skip("Landlock");
  Scene missing;
  missing.allow("nowhere", kReadFile);
  CHECK(missing.outcome() == "'nowhere': openat2('/nowhere'): no such file or directory");
  Scene below_file;
  below_file.allow("inside/file/x", kReadFile);
  CHECK(below_file.outcome() == "'inside/file/x': openat2('/inside/file/x'): not a directory");
  Scene unfit;
  unfit.allow("inside/file", kReadDir);
  CHECK(unfit.outcome() ==
        "'inside/file': '/inside/file' is no directory, and all of its rights are for directories");
}

TEST_CASE("a best effort leaves out what is missing or fits no right") {
  if (sys::landlock_abi() == 0) return kit::skip("Landlock");
  Scene scene;
  scene.landlock.best_effort = true;
  scene.allow("nowhere", kReadFile);
  scene.allow("inside/file/x", kReadFile);
  scene.allow("inside/file", kReadDir);
  scene.allow("outside", kReadFile);
  CHECK(scene.outcome() == "permission denied, read");
}

TEST_CASE("a program that rules may deny is refused with a hint, any other without") {
  auto refusal = [](std::uint64_t handled, int code) {
    plan::Process process;
    process.landlock.emplace().handled = handled;
    return blame_rules(Error::system("exec /a", code), process).message();
  };
  CHECK(refusal(LANDLOCK_ACCESS_FS_EXECUTE, EACCES) ==
        "exec /a: permission denied; the rules of /annotations/run.oci.hull.landlock must give it "
        "and its interpreter 'execute' and 'read_file'");
  CHECK(refusal(LANDLOCK_ACCESS_FS_MAKE_SOCK, EACCES) == "exec /a: permission denied");
  CHECK(refusal(LANDLOCK_ACCESS_FS_EXECUTE, ENOEXEC) == "exec /a: exec format error");
  CHECK(blame_rules(Error::system("exec /a", EACCES), {}).message() ==
        "exec /a: permission denied");
}

}  // namespace hull::inside
