// SPDX-License-Identifier: Apache-2.0
#include "host/filter_cache.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "kit/namespaces.h"
#include "kit/skip.h"
#include "kit/source.h"

namespace hull::host {
namespace {

/// The one file that was kept.
std::string kept_file(const kit::Directory& root) {
  std::string found;
  for (const auto& entry :
       std::filesystem::directory_iterator(root.path(FilterCache::kDirectory))) {
    REQUIRE(found.empty());
    found = entry.path();
  }
  REQUIRE_FALSE(found.empty());
  return found;
}

void write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

const std::string kKey("key\0with a NUL", 14);
const std::string kValue("value\0\xff", 7);

}  // namespace

TEST_CASE("what was kept is found by its key, and by no other") {
  kit::Directory root;
  const FilterCache cache(root.path(), "build");
  CHECK_FALSE(cache.find(kKey));
  REQUIRE(cache.keep(kKey, kValue));
  CHECK(cache.find(kKey) == kValue);
  CHECK_FALSE(cache.find("key"));
  CHECK_FALSE(FilterCache(root.path(), "another build").find(kKey));
}

TEST_CASE("a key in the same place takes the other's place, and is never taken for it") {
  kit::Directory root;
  const FilterCache cache(root.path(), "build");
  // More keys than there are places.
  for (int i = 0; i < 200; ++i) REQUIRE(cache.keep("key " + std::to_string(i), std::to_string(i)));
  int found = 0;
  for (int i = 0; i < 200; ++i)
    if (auto value = cache.find("key " + std::to_string(i))) {
      CHECK(*value == std::to_string(i));
      ++found;
    }
  CHECK(found > 0);
  CHECK(found <= 64);
}

TEST_CASE("a damaged file is not believed, whatever byte it is") {
  kit::Directory root;
  const FilterCache cache(root.path(), "build");
  REQUIRE(cache.keep(kKey, kValue));
  const std::string file = kept_file(root);
  const std::string whole = kit::read(file);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    write(file, damaged);
    CHECK_FALSE(cache.find(kKey));
    write(file, whole.substr(0, i));
    CHECK_FALSE(cache.find(kKey));
  }
  write(file, whole + "x");
  CHECK_FALSE(cache.find(kKey));
  write(file, whole);
  CHECK(cache.find(kKey) == kValue);
}

TEST_CASE("what others can write to is not believed") {
  kit::Directory root;
  const FilterCache cache(root.path(), "build");
  REQUIRE(cache.keep(kKey, kValue));
  const std::string file = kept_file(root);
  REQUIRE(::chmod(file.c_str(), 0620) == 0);
  CHECK_FALSE(cache.find(kKey));
  REQUIRE(::chmod(file.c_str(), 0600) == 0);
  CHECK(cache.find(kKey));
  const std::string directory = root.path(FilterCache::kDirectory);
  REQUIRE(::chmod(directory.c_str(), 0702) == 0);
  CHECK_FALSE(cache.find(kKey));
  CHECK_FALSE(cache.keep(kKey, kValue));
  REQUIRE(::chmod(directory.c_str(), 0700) == 0);
  if (::geteuid() != 0) return kit::skip("root, to give a file away");
  REQUIRE(::chown(file.c_str(), 12345, 0) == 0);
  CHECK_FALSE(cache.find(kKey));
}

TEST_CASE("a link in the place of the file or the directory is not followed") {
  kit::Directory root;
  const FilterCache cache(root.path(), "build");
  REQUIRE(cache.keep(kKey, kValue));
  const std::string file = kept_file(root);
  std::filesystem::rename(file, root.path("elsewhere"));
  std::filesystem::create_symlink(root.path("elsewhere"), file);
  CHECK_FALSE(cache.find(kKey));
  const std::string directory = root.path(FilterCache::kDirectory);
  std::filesystem::remove(file);
  std::filesystem::rename(root.path("elsewhere"), file);
  CHECK(cache.find(kKey));
  std::filesystem::rename(directory, root.path("moved"));
  std::filesystem::create_symlink(root.path("moved"), directory);
  CHECK_FALSE(cache.find(kKey));
  CHECK_FALSE(cache.keep(kKey, kValue));
}

TEST_CASE("without a state root nothing is kept") {
  kit::Directory root;
  const FilterCache cache(root.path("missing"), "build");
  CHECK_FALSE(cache.find(kKey));
  CHECK_FALSE(cache.keep(kKey, kValue));
}

}  // namespace hull::host
