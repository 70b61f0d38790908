// SPDX-License-Identifier: Apache-2.0
#include "sys/mount.h"

#include <doctest/doctest.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "kit/namespaces.h"
#include "kit/power.h"
#include "kit/skip.h"
#include "sys/file.h"
#include "sys/proc.h"

namespace hull::sys {
namespace {

using kit::in_new_namespaces;

/// A directory with a file, and an empty one to attach to.
struct Place {
  kit::Directory directory;
  std::string from = directory.path("from");
  std::string to = directory.path("to");
  Place() {
    REQUIRE(make_directories(from, 0755));
    REQUIRE(make_directories(to, 0755));
    std::ofstream(from + "/file") << "text";
  }
  Fd target() const {
    auto fd = open_at(FdRef::cwd(), to, O_PATH | O_DIRECTORY);
    return fd ? std::move(fd).value() : Fd();
  }
};

std::string text_of(const std::string& path) {
  auto text = read(FdRef::cwd(), path);
  return text ? *text : text.error().message();
}

TEST_CASE("a tree is seen where it is attached, and nowhere before") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kOpenTree})) return;
  Place place;
  CHECK(in_new_namespaces([&] {
          auto tree = Tree::clone(FdRef::cwd(), place.from, Recursive::No);
          if (!tree) return kit::message_of(tree);
          std::string before = text_of(place.to + "/file");
          auto attached = tree->attach(place.target());
          if (!attached) return kit::message_of(attached);
          return before + "; " + text_of(place.to + "/file");
        }) == "open('" + place.to + "/file'): no such file or directory; text");
}

TEST_CASE("a tree that is dropped leaves no mount") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  Place place;
  CHECK(in_new_namespaces([&] {
          std::string before = text_of("/proc/self/mountinfo");
          { auto tree = Tree::clone(FdRef::cwd(), place.from, Recursive::Yes); }
          return std::string(before == text_of("/proc/self/mountinfo") ? "same" : "changed");
        }) == "same");
}

TEST_CASE("attributes of a detached tree hold where it is attached") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kOpenTree, kit::kMountSetattr})) return;
  Place place;
  CHECK(in_new_namespaces([&] {
          auto tree = Tree::clone(FdRef::cwd(), place.from, Recursive::No);
          if (!tree) return kit::message_of(tree);
          auto set = set_attributes(tree->root(), Recursive::No, MOUNT_ATTR_RDONLY, 0, 0);
          if (!set) return kit::message_of(set);
          auto attached = tree->attach(place.target());
          if (!attached) return kit::message_of(attached);
          return kit::message_of(write_atomically(FdRef::cwd(), place.to + "/new", "x", 0644));
        }) == "unlink('" + place.to + "/.new.new'): read-only file system");
}

TEST_CASE("a recursive clone has the mounts below, a plain one has not") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kOpenTree})) return;
  Place place;
  CHECK(in_new_namespaces([&] {
          if (!make_directories(place.from + "/inner", 0755)) return std::string("mkdir");
          if (::mount("tmpfs", (place.from + "/inner").c_str(), "tmpfs", 0, nullptr) < 0)
            return std::string("mount");
          std::ofstream(place.from + "/inner/deep") << "deep";
          std::string seen;
          for (Recursive recursive : {Recursive::No, Recursive::Yes}) {
            auto tree = Tree::clone(FdRef::cwd(), place.from, recursive);
            if (!tree) return kit::message_of(tree);
            auto found = read(tree->root(), "inner/deep");
            seen += (found ? *found : found.error().message()) + "; ";
          }
          return seen;
        }) == "open('inner/deep'): no such file or directory; deep; ");
}

TEST_CASE("a file system without a name is mounted where its tree goes") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kFsopen})) return;
  Place place;
  CHECK(in_new_namespaces([&] {
          auto filesystem = Filesystem::open("tmpfs");
          if (!filesystem) return kit::message_of(filesystem);
          auto set = filesystem->set("mode", "0711");
          if (!set) return kit::message_of(set);
          auto tree = std::move(*filesystem).mount(MOUNT_ATTR_NOSUID);
          if (!tree) return kit::message_of(tree);
          auto attached = tree->attach(place.target());
          if (!attached) return kit::message_of(attached);
          auto st = status(FdRef::cwd(), place.to);
          return std::to_string(st->st_mode & 0777);
        }) == std::to_string(0711));
}

TEST_CASE("what the kernel refuses is told with its own words") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kOpenTree, kit::kFsopen})) return;
  CHECK(in_new_namespaces([] { return kit::message_of(Filesystem::open("nothing")); }) ==
        "fsopen('nothing'): no such device");
  CHECK(in_new_namespaces([] {
          auto filesystem = Filesystem::open("tmpfs");
          return kit::message_of(filesystem->set("size", "much"));
        }) ==
        "fsconfig('tmpfs', 'size=much'): invalid argument; the kernel says 'tmpfs: Bad value for "
        "'size''");
  CHECK(in_new_namespaces([] {
          return kit::message_of(Tree::clone(FdRef::cwd(), "/nowhere", Recursive::No));
        }) == "open_tree('/nowhere'): no such file or directory");
}

TEST_CASE("the mount itself is detached, not what lies there by then") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kOpenTree, kit::kOpenat2})) return;
  Place place;
  CHECK(in_new_namespaces([&] {
          auto proc = Proc::open();
          auto first = Tree::clone(FdRef::cwd(), place.from, Recursive::No);
          if (!proc || !first) return kit::message_of(proc) + kit::message_of(first);
          auto attached = first->attach(place.target());
          if (!attached) return kit::message_of(attached);
          const std::string moved = place.directory.path("moved");
          if (::mkdir(moved.c_str(), 0755) < 0) return std::string("mkdir");
          if (::mount(place.to.c_str(), moved.c_str(), nullptr, MS_MOVE, nullptr) < 0)
            return std::string("mount");
          auto is_root = is_mount_root(first->root());
          if (!is_root || !*is_root) return std::string("no root of a mount");
          const std::string where = *proc->path_of(first->root());
          const std::string before = text_of(moved + "/file");
          auto detached = detach(first->root(), proc->root());
          if (!detached) return kit::message_of(detached);
          return (where == moved ? "at its place; " : where + "; ") + before + "; " +
                 (::access((moved + "/file").c_str(), F_OK) == 0 ? "is there" : "is gone") + "; " +
                 kit::message_of(detach(first->root(), proc->root()));
        }) == "at its place; text; is gone; umount2(MNT_DETACH): invalid argument");
}

TEST_CASE("after pivot_root there is nothing of the old root") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kOpenTree})) return;
  Place place;
  CHECK(in_new_namespaces([&] {
          auto tree = Tree::clone(FdRef::cwd(), place.from, Recursive::No);
          if (!tree) return kit::message_of(tree);
          auto attached = tree->attach(place.target());
          if (!attached) return kit::message_of(attached);
          auto pivoted = pivot_root(tree->root());
          if (!pivoted) return kit::message_of(pivoted);
          return text_of("/file") + "; " + text_of("/proc/self/mountinfo") + "; " +
                 *working_directory();
        }) == "text; open('/proc/self/mountinfo'): no such file or directory; /");
}

}  // namespace
}  // namespace hull::sys
