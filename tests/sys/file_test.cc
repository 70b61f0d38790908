// SPDX-License-Identifier: Apache-2.0
#include "sys/file.h"

#include <doctest/doctest.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>

#include "kit/namespaces.h"
#include "kit/skip.h"

namespace hull::sys {
namespace {

Fd open(const kit::Directory& directory) {
  auto fd = open_at(FdRef::cwd(), directory.path(), O_RDONLY | O_DIRECTORY);
  REQUIRE(fd);
  return std::move(fd).value();
}

TEST_CASE("a file is read whole, whatever its length") {
  kit::Directory directory;
  for (std::size_t size : {0, 1, 1023, 4096, 5000, 100'000}) {
    const std::string text(size, 'x');
    REQUIRE(write_atomically(FdRef::cwd(), directory.path("file"), text, 0600));
    auto seen = read(FdRef::cwd(), directory.path("file"));
    REQUIRE(seen);
    CHECK(*seen == text);
  }
}

TEST_CASE("try_read gives nothing only where nothing is") {
  kit::Directory directory;
  Fd fd = open(directory);
  auto absent = try_read(fd, "absent");
  REQUIRE(absent);
  CHECK(!*absent);
  auto wrong = try_read(fd, ".");
  REQUIRE(!wrong);
  CHECK(wrong.error().message() ==
        "'.': read(" + std::to_string(fd.number() + 1) + "): is a directory");
}

TEST_CASE("an atomic write replaces, with its own mode, and leaves nothing beside") {
  kit::Directory directory;
  Fd fd = open(directory);
  REQUIRE(write_atomically(fd, "record", "old", 0600));
  std::ofstream(directory.path(".record.new")) << "of a writer that was killed";
  REQUIRE(write_atomically(fd, "record", "new", 0640));
  CHECK(*read(fd, "record") == "new");
  CHECK((status(fd, "record")->st_mode & 0777) == 0640);
  CHECK(*list(fd) == std::vector<std::string>{"record"});
}

TEST_CASE("a reader that has the old file open keeps it") {
  kit::Directory directory;
  Fd fd = open(directory);
  REQUIRE(write_atomically(fd, "record", "old", 0600));
  auto reader = open_at(fd, "record", O_RDONLY);
  REQUIRE(write_atomically(fd, "record", "new", 0600));
  CHECK(*read_all(*reader) == "old");
}

TEST_CASE("write hands its text to a file that is there, and makes none") {
  kit::Directory directory;
  Fd fd = open(directory);
  auto written = write(fd, "absent", "1");
  REQUIRE(!written);
  CHECK(written.error().message() == "open('absent'): no such file or directory");
  CHECK(list(fd)->empty());
}

TEST_CASE("removing what is not there is told apart from removing") {
  kit::Directory directory;
  Fd fd = open(directory);
  REQUIRE(make_directory(fd, "inner", 0755));
  CHECK(*remove_directory(fd, "inner") == true);
  CHECK(*remove_directory(fd, "inner") == false);
  CHECK(*remove_file(fd, "inner") == false);
  CHECK(remove_tree(fd, "inner"));
}

TEST_CASE("remove_tree removes all below, and not what links lead to") {
  kit::Directory directory;
  Fd fd = open(directory);
  REQUIRE(make_directories(directory.path("kept"), 0755));
  std::ofstream(directory.path("kept/file")) << "x";
  REQUIRE(make_directories(directory.path("tree/a/b/c"), 0755));
  std::ofstream(directory.path("tree/a/b/file")) << "x";
  REQUIRE(::symlink("../../kept", directory.path("tree/a/link").c_str()) == 0);
  REQUIRE(::mkfifo(directory.path("tree/fifo").c_str(), 0600) == 0);
  REQUIRE(remove_tree(fd, "tree"));
  CHECK(*list(fd) == std::vector<std::string>{"kept"});
  CHECK(*read(fd, "kept/file") == "x");
}

TEST_CASE("remove_tree stops at a mount and leaves what is in it") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  kit::Directory directory;
  CHECK(kit::in_new_namespaces([&] {
          if (!make_directories(directory.path("tree/mounted"), 0755)) return std::string("mkdir");
          if (::mount("tmpfs", directory.path("tree/mounted").c_str(), "tmpfs", 0, nullptr) < 0)
            return std::string("mount");
          std::ofstream(directory.path("tree/mounted/file")) << "kept";
          auto removed = remove_tree(FdRef::cwd(), directory.path("tree"));
          auto text = read(FdRef::cwd(), directory.path("tree/mounted/file"));
          return kit::message_of(removed) + "; " + (text ? *text : "gone");
        }) == directory.path("tree") + ": rmdir('mounted'): device or resource busy; kept");
}

TEST_CASE("directories are listed apart from files") {
  kit::Directory directory;
  Fd fd = open(directory);
  REQUIRE(make_directory(fd, "b", 0755));
  REQUIRE(make_directory(fd, "a", 0755));
  std::ofstream(directory.path("file")) << "x";
  REQUIRE(::symlink("a", directory.path("link").c_str()) == 0);
  auto directories = list_directories(fd);
  auto all = list(fd);
  REQUIRE((directories && all));
  std::ranges::sort(*directories);
  CHECK(*directories == std::vector<std::string>{"a", "b"});
  CHECK(all->size() == 4);
}

TEST_CASE("a lock keeps another open file out until its owner ends") {
  kit::Directory directory;
  Fd first = open(directory);
  REQUIRE(lock(first));
  pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    auto other = open_at(FdRef::cwd(), directory.path(), O_RDONLY | O_DIRECTORY);
    ::_exit(::flock(other->number(), LOCK_EX | LOCK_NB) < 0 && errno == EWOULDBLOCK ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  CHECK(status == 0);
  first.close();
  Fd second = open(directory);
  CHECK(::flock(second.number(), LOCK_EX | LOCK_NB) == 0);
}

}  // namespace
}  // namespace hull::sys
