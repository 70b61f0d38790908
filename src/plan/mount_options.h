// SPDX-License-Identifier: Apache-2.0
// The table from option words (config.md, "Linux mount options", and crun's additions) to mount
// attributes, propagation, superblock flags and what hull does itself. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"

namespace hull::plan {

/// A flag of the superblock, by the word that asked for it ("rsync") and fsconfig(2)'s name
/// ("sync").
struct SuperblockFlag {
  std::string_view written;
  std::string_view name;
};

/// What a list of option words asks for. Of a word and its opposite the last wins, each pair on its
/// own; so it is with the three choices of access time and with propagation.
struct MountOptions {
  bool bind = false;
  /// rbind
  bool recursive = false;
  bool remount = false;
  /// A word that is not mentioned leaves its attribute as it is: `rw` is in `clear`, silence is
  /// not.
  MountAttributes attributes;
  MountAttributes recursive_attributes;
  Propagation propagation;
  /// Flags of the superblock that fsconfig(2) takes for every filesystem: sync, dirsync, lazytime,
  /// mand and their opposites. `rsync` and its kind mean the same: a superblock has nothing below.
  std::vector<SuperblockFlag> superblock;
  /// All words that the table lacks: the filesystem's own.
  std::vector<FilesystemParameter> parameters;
  /// Superblock flags that only mount(2) can set (MS_SILENT, MS_I_VERSION): `silent`, `iversion`.
  std::vector<std::string_view> unappliable;
  bool copy_up = false;
  bool copy_symlink = false;
  bool source_nofollow = false;
  bool destination_nofollow = false;
  bool idmap = false;
  bool idmap_recursive = false;
  /// What follows "idmap=" or "ridmap=", empty without. A view into the words.
  std::string_view idmap_text;
};

/// Never fails: what is unknown is the filesystem's. Empty words are skipped. The result holds
/// views into `words`.
MountOptions parse_mount_options(const std::vector<std::string>& words);

/// Takes MOUNT_ATTR_RDONLY out of both sets of attributes and into `readonly_late`, for a
/// filesystem that must take mount points, files or copies before it closes.
void postpone_readonly(Mount& mount);

/// Makes what was asked for one mount hold for all that is mounted below it too.
void make_attributes_recursive(Mount& mount);

/// All words of the table, for `features`: in its order, without filesystems' own.
std::vector<std::string_view> mount_option_words();

/// The words for `attributes` as `parse_mount_options` reads them, each with `prefix` ("r" for the
/// recursive ones), joined by commas.
std::string describe_attributes(const MountAttributes& attributes, std::string_view prefix);

/// The word for `propagation` ("rslave"), "" for none.
std::string describe_propagation(const Propagation& propagation);

/// The propagation that `word` asks for ("rslave"), or nothing when it is no such word.
std::optional<Propagation> parse_propagation(std::string_view word);

}  // namespace hull::plan
