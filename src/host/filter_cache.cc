// SPDX-License-Identifier: Apache-2.0
#include "host/filter_cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>

#include "base/text.h"
#include "sys/file.h"

namespace hull::host {
namespace {

using sys::FdRef;

constexpr std::uint64_t kPlaces = 64;
constexpr std::string_view kMagic = "hull filter 1\n";

/// FNV-1a, 64 bits. Finds the place, and damage; it proves nothing, so the key is compared whole.
std::uint64_t digest(std::string_view text) {
  std::uint64_t value = 0xcbf29ce484222325;
  for (char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return value;
}

std::string place_of(std::string_view key) {
  return format("{:02x}", digest(key) % kPlaces);
}

std::string number(std::uint64_t value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

/// Nobody else may have written it, nor may now.
bool is_ours(FdRef fd, mode_t type) {
  auto st = sys::status(fd, "");
  return st && (st->st_mode & S_IFMT) == type && st->st_uid == ::geteuid() &&
         (st->st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

/// A file: magic, digest of all that follows, length of the key, key, value.
std::string pack(std::string_view key, std::string_view value) {
  std::string rest = number(key.size());
  rest.append(key).append(value);
  std::string text(kMagic);
  text += number(digest(rest));
  return text + rest;
}

std::optional<std::string> unpack(std::string_view text, std::string_view key) {
  const std::size_t head = kMagic.size() + sizeof(std::uint64_t);
  if (text.size() < head + sizeof(std::uint64_t) || !text.starts_with(kMagic)) return std::nullopt;
  std::string_view rest = text.substr(head);
  if (text.substr(kMagic.size(), sizeof(std::uint64_t)) != number(digest(rest)))
    return std::nullopt;
  const std::string start = number(key.size()) + std::string(key);
  if (!rest.starts_with(start)) return std::nullopt;
  return std::string(rest.substr(start.size()));
}

Result<std::optional<sys::Fd>> open_directory(const std::string& root) {
  auto parent = TRY(sys::try_open_at(FdRef::cwd(), root, O_PATH | O_DIRECTORY));
  if (!parent) return std::optional<sys::Fd>();
  return sys::try_open_at(*parent, FilterCache::kDirectory, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
}

}  // namespace

std::string FilterCache::whole(std::string_view key) const {
  return build_ + '\0' + std::string(key);
}

std::optional<std::string> FilterCache::find(std::string_view key) const {
  const std::string known = whole(key);
  auto directory = open_directory(root_);
  if (!directory || !*directory || !is_ours(**directory, S_IFDIR)) return std::nullopt;
  auto file = sys::try_open_at(**directory, place_of(known), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  if (!file || !*file || !is_ours(**file, S_IFREG)) return std::nullopt;
  auto text = sys::read_all(**file);
  if (!text) return std::nullopt;
  return unpack(*text, known);
}

Result<void> FilterCache::keep(std::string_view key, std::string_view value) const {
  auto parent = TRY(sys::open_at(FdRef::cwd(), root_, O_PATH | O_DIRECTORY));
  auto made = sys::make_directory(parent, kDirectory, 0700);
  if (!made && !made.error().is(EEXIST)) return made;
  auto directory = TRY(sys::open_at(parent, kDirectory, O_RDONLY | O_DIRECTORY | O_NOFOLLOW));
  if (!is_ours(directory, S_IFDIR))
    return Error::refused(format("'{}/{}' is somebody else's", root_, kDirectory));
  const std::string known = whole(key);
  return sys::write_atomically(directory, place_of(known), pack(known, value), 0600);
}

}  // namespace hull::host
