// SPDX-License-Identifier: Apache-2.0
#include "sys/open.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "kit/namespaces.h"
#include "kit/power.h"
#include "sys/file.h"

namespace hull::sys {
namespace {

/// A root file system in a directory, beside a file that no path may lead to.
struct Image {
  kit::Directory directory;
  std::string top = directory.path("root");

  Image() {
    std::ofstream(directory.path("secret")) << "of the host";
    REQUIRE(make_directories(top + "/etc", 0755));
    std::ofstream(top + "/etc/passwd") << "of the image";
  }
  void link(const std::string& text, const std::string& name) const {
    REQUIRE(::symlink(text.c_str(), (top + name).c_str()) == 0);
  }
  Root root() const {
    auto fd = open_at(FdRef::cwd(), top, O_PATH | O_DIRECTORY);
    REQUIRE(fd);
    return Root(std::move(fd).value());
  }
  /// The text of the file that `path` leads to, or why it leads nowhere.
  std::string read(const std::string& path, FollowLast follow = FollowLast::Yes,
                   Symlinks symlinks = Symlinks::Scoped) const {
    auto fd = root().open(path, O_RDONLY, follow, symlinks);
    if (!fd) return fd.error().message();
    auto text = read_all(*fd);
    return text ? *text : text.error().message();
  }
};

bool same_file(const Fd& fd, const std::string& path) {
  struct stat held = {};
  struct stat named = {};
  return ::fstat(fd.number(), &held) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

TEST_CASE("absolute paths and links are taken from the root") {
  if (kit::lacks({kit::kOpenat2})) return;
  Image image;
  image.link("/etc", "/absolute");
  CHECK(image.read("/etc/passwd") == "of the image");
  CHECK(image.read("/absolute/passwd") == "of the image");
}

TEST_CASE("no path leads out of the root") {
  if (kit::lacks({kit::kOpenat2})) return;
  Image image;
  image.link("../secret", "/relative");
  image.link("/../../secret", "/absolute");
  CHECK(image.read("../secret") == "openat2('../secret'): no such file or directory");
  CHECK(image.read("/relative") == "openat2('/relative'): no such file or directory");
  CHECK(image.read("/absolute") == "openat2('/absolute'): no such file or directory");
  CHECK(image.read("../../../etc/passwd") == "of the image");
}

TEST_CASE("symlinks are refused where asked") {
  if (kit::lacks({kit::kOpenat2})) return;
  Image image;
  image.link("etc", "/link");
  image.link("passwd", "/etc/last");
  CHECK(image.read("/link/passwd", FollowLast::Yes, Symlinks::Refused) ==
        "openat2('/link/passwd'): too many levels of symbolic links");
  CHECK(image.read("/etc/last", FollowLast::No) ==
        "openat2('/etc/last'): too many levels of symbolic links");
  CHECK(image.read("/link/passwd", FollowLast::No) == "of the image");
}

TEST_CASE("a magic link is refused") {
  if (kit::lacks({kit::kOpenat2})) return;
  Root proc = [] {
    auto fd = open_at(FdRef::cwd(), "/proc", O_PATH | O_DIRECTORY);
    REQUIRE(fd);
    return Root(std::move(fd).value());
  }();
  auto opened = proc.open("self/root/etc/passwd", O_PATH);
  REQUIRE(!opened);
  CHECK(opened.error().message() ==
        "openat2('self/root/etc/passwd'): too many levels of symbolic links");
}

TEST_CASE("try_open gives nothing where nothing is") {
  if (kit::lacks({kit::kOpenat2})) return;
  Image image;
  auto absent = image.root().try_open("/gone", O_PATH);
  REQUIRE(absent);
  CHECK(!*absent);
  auto below_a_file = image.root().try_open("/etc/passwd/x", O_PATH);
  REQUIRE(below_a_file);
  CHECK(!*below_a_file);
}

TEST_CASE("make makes what is missing, parents too, and leaves alone what is there") {
  if (kit::lacks({kit::kOpenat2})) return;
  Image image;
  REQUIRE(image.root().make("/a/b/c", Make::Directory));
  REQUIRE(image.root().make("/x/y", Make::File));
  REQUIRE(image.root().make("/etc/passwd", Make::File));
  struct stat st = {};
  REQUIRE(::stat((image.top + "/a/b/c").c_str(), &st) == 0);
  CHECK(S_ISDIR(st.st_mode));
  REQUIRE(::stat((image.top + "/x/y").c_str(), &st) == 0);
  CHECK((S_ISREG(st.st_mode) && st.st_size == 0));
  CHECK(image.read("/etc/passwd") == "of the image");
}

TEST_CASE("make goes through links, and makes what one that dangles names, below the root") {
  if (kit::lacks({kit::kOpenat2})) return;
  Image image;
  image.link("/etc", "/through");
  image.link("../../made/", "/etc/up");
  image.link("/new/directory", "/absolute");
  image.link("absolute/file", "/chain");
  REQUIRE(image.root().make("/through/new", Make::File));
  CHECK(::access((image.top + "/etc/new").c_str(), F_OK) == 0);
  auto up = image.root().make("/through/up", Make::Directory);
  REQUIRE(up);
  CHECK(same_file(*up, image.top + "/made"));
  auto chain = image.root().make("/chain", Make::File);
  REQUIRE(chain);
  CHECK(same_file(*chain, image.top + "/new/directory/file"));
  auto below = image.root().make("/absolute/below", Make::Directory);
  REQUIRE(below);
  CHECK(same_file(*below, image.top + "/new/directory/below"));
  CHECK(::access(image.directory.path("made").c_str(), F_OK) != 0);
}

TEST_CASE("make ends at links that lead nowhere") {
  if (kit::lacks({kit::kOpenat2})) return;
  Image image;
  image.link("loop", "/loop");
  auto loop = image.root().make("/loop", Make::File);
  REQUIRE(!loop);
  CHECK(loop.error().is(ELOOP));
  // The kernel cannot count them itself: each is seen only once the one before was followed.
  for (int i = 0; i < 41; ++i)
    image.link("missing" + std::to_string(i) + "/../link" + std::to_string(i + 1),
               "/link" + std::to_string(i));
  auto chain = image.root().make("/link0", Make::File);
  REQUIRE(!chain);
  CHECK(chain.error().message().ends_with("/../link40' goes through too many symlinks"));
}

TEST_CASE("make below a file is refused") {
  if (kit::lacks({kit::kOpenat2})) return;
  Image image;
  auto made = image.root().make("/etc/passwd/x", Make::File);
  REQUIRE(!made);
  CHECK(made.error().message() == "openat2('/etc/passwd/x'): not a directory");
}

}  // namespace
}  // namespace hull::sys
