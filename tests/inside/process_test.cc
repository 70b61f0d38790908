// SPDX-License-Identifier: Apache-2.0
#include "inside/process.h"

#include <doctest/doctest.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "kit/namespaces.h"
#include "kit/skip.h"
#include "sys/file.h"

namespace hull::inside {
namespace {

TEST_CASE("HOME is what was asked, else what /etc/passwd says, else /") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  kit::Directory directory;
  std::ofstream(directory.path("passwd")) << "root:x:0:0:root:/root:/bin/sh\n"
                                             "ann:x:1000:1000::/home/ann:/bin/sh\n"
                                             "broken\n";
  auto home = [&](std::uint32_t uid, std::vector<std::string> env) {
    return kit::in_new_namespaces([&] {
      if (::mount(directory.path("passwd").c_str(), "/etc/passwd", nullptr, MS_BIND, nullptr) < 0)
        return std::string("mount");
      plan::Process process;
      process.uid = uid;
      process.env = env;
      std::string all;
      for (const std::string& entry : environment(process)) all += entry + ";";
      return all;
    });
  };
  CHECK(home(1000, {"A=1"}) == "A=1;HOME=/home/ann;");
  CHECK(home(1000, {"HOME=/elsewhere", "A=1"}) == "HOME=/elsewhere;A=1;");
  CHECK(home(0, {"HOME=", "A=1"}) == "A=1;HOME=/root;");
  CHECK(home(4711, {}) == "HOME=/;");
}

TEST_CASE("a missing working directory is made, and one outside of the root refused") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  kit::Directory directory;
  REQUIRE(make_cwd(directory.path("a/b")));
  struct stat st = {};
  REQUIRE(::stat(directory.path("a/b").c_str(), &st) == 0);
  CHECK((st.st_mode & 07777) == 0755);
  CHECK(kit::in_new_namespaces([&] {
          auto outside = sys::open_at(sys::FdRef::cwd(), "/", O_PATH | O_DIRECTORY);
          if (::mount("/proc", directory.path("a").c_str(), nullptr, MS_BIND, nullptr) < 0 ||
              ::chroot(directory.path().c_str()) < 0)
            return std::string("chroot");
          return kit::message_of(enter_cwd("/a/self/fd/" + std::to_string(outside->number())));
        }).ends_with("' lies outside of the container"));
  CHECK(kit::in_new_namespaces([] { return kit::message_of(enter_cwd("/no/such")); }) ==
        "chdir to cwd (\"/no/such\") set in config.json failed: no such file or directory");
}

}  // namespace
}  // namespace hull::inside
