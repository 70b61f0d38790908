// SPDX-License-Identifier: Apache-2.0
#include "inside/mounts.h"

#include <doctest/doctest.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "kit/namespaces.h"
#include "kit/power.h"
#include "kit/skip.h"
#include "sys/file.h"

namespace hull::inside {
namespace {

/// A rootfs that is a mount, and a source beside it.
struct Image {
  kit::Directory directory;
  std::string root = directory.path("root");
  std::string source = directory.path("source");
  Image() {
    REQUIRE(sys::make_directories(root, 0755));
    REQUIRE(sys::make_directories(source, 0755));
    std::ofstream(source + "/file") << "of the host";
  }
  /// Attaches the mounts with `source` for each bind, and gives the failure or what `look` sees.
  template <class Look>
  std::string attach(const std::vector<plan::Mount>& mounts, Look look) const {
    return kit::in_new_namespaces([&]() -> std::string {
      if (::mount(root.c_str(), root.c_str(), nullptr, MS_BIND, nullptr) < 0) return "mount";
      auto links = wire::Link::pair();
      std::vector<wire::Source> sources;
      for (const plan::Mount& mount : mounts)
        if (mount.kind == plan::MountKind::Bind) {
          auto tree = sys::Tree::clone(sys::FdRef::cwd(), source, sys::Recursive::No);
          if (!tree) return tree.error().message();
          sources.emplace_back().tree = std::move(*tree);
        }
      // Sent ahead: what is asked for is there already.
      if (!sources.empty() && !wire::send(links->first, sources)) return "send";
      auto opened = sys::open_at(sys::FdRef::cwd(), root, O_PATH | O_DIRECTORY);
      sys::Root top(std::move(*opened));
      Supply supply(mounts, links->second);
      auto attached = attach_mounts(top, mounts, supply, sys::FdRef(-1));
      return attached ? look() : attached.error().message();
    });
  }
  std::string read(const std::string& name) const {
    auto text = sys::read(sys::FdRef::cwd(), root + name);
    return text ? *text : text.error().message();
  }
};

plan::Mount tmpfs(const std::string& destination) {
  return {.kind = plan::MountKind::Filesystem,
          .destination = destination,
          .source = "tmpfs",
          .type = "tmpfs",
          .origin = "/mounts/0"};
}

plan::Mount bind(const std::string& destination) {
  return {.kind = plan::MountKind::Bind, .destination = destination, .origin = "/mounts/1"};
}

TEST_CASE("mounts are attached in their order: the later lies in the earlier") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kOpenat2, kit::kOpenTree, kit::kFsopen})) return;
  Image image;
  CHECK(image.attach({tmpfs("/data"), bind("/data/inner")},
                     [&] { return image.read("/data/inner/file"); }) == "of the host");
  CHECK(image.attach({bind("/data/inner"), tmpfs("/data")}, [&] {
    return image.read("/data/inner/file");
  }) == "open('" + image.root + "/data/inner/file'): no such file or directory");
}

TEST_CASE("a destination that leads out of the rootfs lands in it") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kOpenat2, kit::kOpenTree})) return;
  Image image;
  REQUIRE(sys::make_directories(image.root + "/target", 0755));
  REQUIRE(::symlink("../../target", (image.root + "/link").c_str()) == 0);
  CHECK(image.attach({bind("/link")}, [&] { return image.read("/target/file"); }) == "of the host");
}

TEST_CASE("a directory is not attached to a file, and the message begins with the mount") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kOpenat2, kit::kOpenTree})) return;
  Image image;
  std::ofstream(image.root + "/file") << "";
  CHECK(image.attach({bind("/file")}, [] { return std::string("attached"); }) ==
        "/mounts/1 '/file': source '' is a directory and the destination is not: not a directory");
}

TEST_CASE("a file system that the kernel does not have is refused by the mount") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kOpenat2, kit::kFsopen})) return;
  Image image;
  plan::Mount odd = tmpfs("/data");
  odd.type = "nothing";
  CHECK(image.attach({odd}, [] { return std::string("attached"); }) ==
        "/mounts/0 '/data': fsopen('nothing'): no such device");
}

TEST_CASE("a tmpfs that copies up holds what its destination held") {
  if (!kit::may_make_namespaces()) return kit::skip("new mount namespaces");
  if (kit::lacks({kit::kOpenat2, kit::kFsopen})) return;
  Image image;
  REQUIRE(sys::make_directories(image.root + "/data", 0755));
  std::ofstream(image.root + "/data/file") << "of the image";
  plan::Mount copied = tmpfs("/data");
  copied.copy_up = true;
  CHECK(image.attach({copied}, [&] {
    auto changed = sys::write_atomically(sys::FdRef::cwd(), image.root + "/data/file", "new", 0644);
    return image.read("/data/file") + (changed ? "" : changed.error().message());
  }) == "new");
  CHECK(image.read("/data/file") == "of the image");
}

}  // namespace
}  // namespace hull::inside
