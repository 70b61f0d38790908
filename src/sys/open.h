// SPDX-License-Identifier: Apache-2.0
// openat2(2), and Root: a directory through which every path of a container is resolved.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "sys/fd.h"

namespace hull::sys {

/// openat2(2) with O_CLOEXEC added; `resolve` is a set of RESOLVE_* flags. Tried again when the
/// kernel answers EAGAIN (a rename raced a RESOLVE_IN_ROOT walk).
Result<Fd> openat2(FdRef dir, const std::string& name, int flags, mode_t mode,
                   std::uint64_t resolve);

enum class FollowLast { Yes, No };
enum class Symlinks { Scoped, Refused };

/// What a path below a Root is to be when it has to be made.
enum class Make { Directory, File };

/// A root file system that strangers control, held by descriptor. Absolute paths and symlinks are
/// taken from here, ".." stops here, magic links are refused (RESOLVE_IN_ROOT,
/// RESOLVE_NO_MAGICLINKS), so no path leaves it whatever the image holds or changes meanwhile
/// (CVE-2021-30465, CVE-2024-45310). Works before and after pivot_root.
class Root {
 public:
  explicit Root(Fd directory) : directory_(std::move(directory)) {}
  FdRef directory() const { return directory_; }

  /// An O_PATH (or other `flags`) descriptor of `path`. ELOOP when a symlink is met that `symlinks`
  /// refuses.
  Result<Fd> open(const std::string& path, int flags, FollowLast follow = FollowLast::Yes,
                  Symlinks symlinks = Symlinks::Scoped) const;
  /// The same; nothing on ENOENT or ENOTDIR.
  Result<std::optional<Fd>> try_open(const std::string& path, int flags,
                                     FollowLast follow = FollowLast::Yes) const;
  /// An O_PATH descriptor of `path`, made (with missing parents, directories 0755 and an empty file
  /// 0644) when it is not there. Through a dangling symlink what it names is made, below the root
  /// like everything (an image's /etc/resolv.conf may lead to a /run that is empty yet).
  Result<Fd> make(const std::string& path, Make what, FollowLast follow = FollowLast::Yes,
                  Symlinks symlinks = Symlinks::Scoped) const {
    return make(path, what, follow, symlinks, kLinks);
  }
  /// The directory that holds `path`'s last component, its missing parents made.
  Result<Fd> make_parent(const std::string& path) const;

 private:
  /// As many dangling links as the kernel follows in one path (path_resolution(7)).
  static constexpr int kLinks = 40;
  Result<Fd> make(const std::string& path, Make what, FollowLast follow, Symlinks symlinks,
                  int links) const;

  Fd directory_;
};

}  // namespace hull::sys
