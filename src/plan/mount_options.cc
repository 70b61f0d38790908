// SPDX-License-Identifier: Apache-2.0
#include "plan/mount_options.h"

#include <sys/mount.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace hull::plan {
namespace {

enum class Effect {
  Nothing,
  Set,         // `bits` into attributes
  Clear,       // `bits` out of attributes
  Atime,       // the access time becomes `bits`
  NotAtime,    // it stops being `bits`
  Propagate,   // `bits` as propagation type
  Superblock,  // a flag, the opposite of `pair`
  OnlyMount2,  // a flag that fsconfig(2) has no name for
  NotOnlyMount2,
  Bind,
  Remount,
  CopyUp,
  NoCopyUp,
  CopySymlink,
  SourceNofollow,
  DestinationNofollow,
  Idmap,
};

struct Word {
  std::string_view name;
  Effect effect = Effect::Nothing;
  std::uint64_t bits = 0;
  /// The word is about a whole tree: rbind, rro, rshared.
  bool recursive = false;
  /// Superblock: the plain word, without `r`. OnlyMount2: the word that is taken back.
  std::string_view plain = {};
  /// Superblock: the plain word of the opposite.
  std::string_view pair = {};
};

constexpr bool kRecursive = true;

constexpr std::array kWords = {
    Word{"defaults"},
    Word{"ro", Effect::Set, MOUNT_ATTR_RDONLY},
    Word{"rw", Effect::Clear, MOUNT_ATTR_RDONLY},
    Word{"suid", Effect::Clear, MOUNT_ATTR_NOSUID},
    Word{"nosuid", Effect::Set, MOUNT_ATTR_NOSUID},
    Word{"dev", Effect::Clear, MOUNT_ATTR_NODEV},
    Word{"nodev", Effect::Set, MOUNT_ATTR_NODEV},
    Word{"exec", Effect::Clear, MOUNT_ATTR_NOEXEC},
    Word{"noexec", Effect::Set, MOUNT_ATTR_NOEXEC},
    Word{"diratime", Effect::Clear, MOUNT_ATTR_NODIRATIME},
    Word{"nodiratime", Effect::Set, MOUNT_ATTR_NODIRATIME},
    Word{"symfollow", Effect::Clear, MOUNT_ATTR_NOSYMFOLLOW},
    Word{"nosymfollow", Effect::Set, MOUNT_ATTR_NOSYMFOLLOW},
    Word{"atime", Effect::NotAtime, MOUNT_ATTR_NOATIME},
    Word{"noatime", Effect::Atime, MOUNT_ATTR_NOATIME},
    Word{"relatime", Effect::Atime, MOUNT_ATTR_RELATIME},
    Word{"norelatime", Effect::NotAtime, MOUNT_ATTR_RELATIME},
    Word{"strictatime", Effect::Atime, MOUNT_ATTR_STRICTATIME},
    Word{"nostrictatime", Effect::NotAtime, MOUNT_ATTR_STRICTATIME},

    Word{"rro", Effect::Set, MOUNT_ATTR_RDONLY, kRecursive},
    Word{"rrw", Effect::Clear, MOUNT_ATTR_RDONLY, kRecursive},
    Word{"rsuid", Effect::Clear, MOUNT_ATTR_NOSUID, kRecursive},
    Word{"rnosuid", Effect::Set, MOUNT_ATTR_NOSUID, kRecursive},
    Word{"rdev", Effect::Clear, MOUNT_ATTR_NODEV, kRecursive},
    Word{"rnodev", Effect::Set, MOUNT_ATTR_NODEV, kRecursive},
    Word{"rexec", Effect::Clear, MOUNT_ATTR_NOEXEC, kRecursive},
    Word{"rnoexec", Effect::Set, MOUNT_ATTR_NOEXEC, kRecursive},
    Word{"rdiratime", Effect::Clear, MOUNT_ATTR_NODIRATIME, kRecursive},
    Word{"rnodiratime", Effect::Set, MOUNT_ATTR_NODIRATIME, kRecursive},
    Word{"rsymfollow", Effect::Clear, MOUNT_ATTR_NOSYMFOLLOW, kRecursive},
    Word{"rnosymfollow", Effect::Set, MOUNT_ATTR_NOSYMFOLLOW, kRecursive},
    Word{"ratime", Effect::NotAtime, MOUNT_ATTR_NOATIME, kRecursive},
    Word{"rnoatime", Effect::Atime, MOUNT_ATTR_NOATIME, kRecursive},
    Word{"rrelatime", Effect::Atime, MOUNT_ATTR_RELATIME, kRecursive},
    Word{"rnorelatime", Effect::NotAtime, MOUNT_ATTR_RELATIME, kRecursive},
    Word{"rstrictatime", Effect::Atime, MOUNT_ATTR_STRICTATIME, kRecursive},
    Word{"rnostrictatime", Effect::NotAtime, MOUNT_ATTR_STRICTATIME, kRecursive},

    Word{"private", Effect::Propagate, MS_PRIVATE},
    Word{"rprivate", Effect::Propagate, MS_PRIVATE, kRecursive},
    Word{"shared", Effect::Propagate, MS_SHARED},
    Word{"rshared", Effect::Propagate, MS_SHARED, kRecursive},
    Word{"slave", Effect::Propagate, MS_SLAVE},
    Word{"rslave", Effect::Propagate, MS_SLAVE, kRecursive},
    Word{"unbindable", Effect::Propagate, MS_UNBINDABLE},
    Word{"runbindable", Effect::Propagate, MS_UNBINDABLE, kRecursive},

    // fs/fs_context.c of Linux 5.14 to 6.18 knows these eight for every filesystem, and `ro`/`rw`.
    Word{"sync", Effect::Superblock, 0, false, "sync", "async"},
    Word{"async", Effect::Superblock, 0, false, "async", "sync"},
    Word{"dirsync", Effect::Superblock, 0, false, "dirsync", ""},
    Word{"lazytime", Effect::Superblock, 0, false, "lazytime", "nolazytime"},
    Word{"nolazytime", Effect::Superblock, 0, false, "nolazytime", "lazytime"},
    Word{"mand", Effect::Superblock, 0, false, "mand", "nomand"},
    Word{"nomand", Effect::Superblock, 0, false, "nomand", "mand"},
    Word{"rsync", Effect::Superblock, 0, kRecursive, "sync", "async"},
    Word{"rasync", Effect::Superblock, 0, kRecursive, "async", "sync"},
    Word{"rdirsync", Effect::Superblock, 0, kRecursive, "dirsync", ""},
    Word{"rmand", Effect::Superblock, 0, kRecursive, "mand", "nomand"},
    Word{"rnomand", Effect::Superblock, 0, kRecursive, "nomand", "mand"},

    Word{"silent", Effect::OnlyMount2},
    Word{"loud", Effect::NotOnlyMount2, 0, false, "silent"},
    Word{"iversion", Effect::OnlyMount2},
    Word{"noiversion", Effect::NotOnlyMount2, 0, false, "iversion"},

    Word{"bind", Effect::Bind},
    Word{"rbind", Effect::Bind, 0, kRecursive},
    Word{"remount", Effect::Remount},
    Word{"tmpcopyup", Effect::CopyUp},
    Word{"notmpcopyup", Effect::NoCopyUp},
    Word{"copy-symlink", Effect::CopySymlink},
    Word{"src-nofollow", Effect::SourceNofollow},
    Word{"dest-nofollow", Effect::DestinationNofollow},
    Word{"idmap", Effect::Idmap},
    Word{"ridmap", Effect::Idmap, 0, kRecursive},
};

constexpr auto kByName = [] {
  auto sorted = kWords;
  std::ranges::sort(sorted, {}, &Word::name);
  return sorted;
}();

const Word* find_word(std::string_view name) {
  const auto* word = std::ranges::lower_bound(kByName, name, {}, &Word::name);
  return word != kByName.end() && word->name == name ? word : nullptr;
}

// The access time is a number in the field MOUNT_ATTR__ATIME, not a set of bits: mount_setattr(2)
// wants the whole field cleared whenever it is set.
void set_atime(MountAttributes& attributes, std::uint64_t value) {
  attributes.clear |= MOUNT_ATTR__ATIME;
  attributes.set = (attributes.set & ~std::uint64_t{MOUNT_ATTR__ATIME}) | value;
}

// `atime` and `nostrictatime` take back their opposite, if asked before, and else the source's:
// both end at the kernel's default, relatime. `norelatime` takes back only the word: the kernel
// ignores it.
void unset_atime(MountAttributes& attributes, std::uint64_t value) {
  const bool asked = (attributes.clear & MOUNT_ATTR__ATIME) != 0;
  if (asked && (attributes.set & MOUNT_ATTR__ATIME) != value) return;
  if (value != MOUNT_ATTR_RELATIME)
    set_atime(attributes, MOUNT_ATTR_RELATIME);
  else
    attributes.clear &= ~std::uint64_t{MOUNT_ATTR__ATIME};
}

void add_superblock(std::vector<SuperblockFlag>& flags, const Word& word) {
  std::erase_if(flags, [&](const SuperblockFlag& flag) {
    return flag.name == word.plain || flag.name == word.pair;
  });
  flags.push_back({word.name, word.plain});
}

void apply(const Word& word, MountOptions& options) {
  MountAttributes& attributes = word.recursive ? options.recursive_attributes : options.attributes;
  switch (word.effect) {
    case Effect::Nothing:
      return;
    case Effect::Set:
      attributes.set |= word.bits;
      attributes.clear &= ~word.bits;
      return;
    case Effect::Clear:
      attributes.clear |= word.bits;
      attributes.set &= ~word.bits;
      return;
    case Effect::Atime:
      return set_atime(attributes, word.bits);
    case Effect::NotAtime:
      return unset_atime(attributes, word.bits);
    case Effect::Propagate:
      options.propagation = {word.bits, word.recursive};
      return;
    case Effect::Superblock:
      return add_superblock(options.superblock, word);
    case Effect::OnlyMount2:
      options.unappliable.push_back(word.name);
      return;
    case Effect::NotOnlyMount2:
      std::erase(options.unappliable, word.plain);
      return;
    case Effect::Bind:
      options.bind = true;
      options.recursive |= word.recursive;
      return;
    case Effect::Remount:
      options.remount = true;
      return;
    case Effect::CopyUp:
      options.copy_up = true;
      return;
    case Effect::NoCopyUp:
      options.copy_up = false;
      return;
    case Effect::CopySymlink:
      options.copy_symlink = true;
      return;
    case Effect::SourceNofollow:
      options.source_nofollow = true;
      return;
    case Effect::DestinationNofollow:
      options.destination_nofollow = true;
      return;
    case Effect::Idmap:
      options.idmap = true;
      options.idmap_recursive |= word.recursive;
      return;
  }
}

void add_parameter(std::vector<FilesystemParameter>& parameters, std::string_view word) {
  const std::size_t equals = word.find('=');
  std::optional<std::string> value;
  if (equals != word.npos) value = std::string(word.substr(equals + 1));
  parameters.push_back({std::string(word.substr(0, equals)), std::move(value)});
}

bool take_idmap_text(std::string_view word, MountOptions& options) {
  const bool recursive = word.starts_with("ridmap=");
  if (!recursive && !word.starts_with("idmap=")) return false;
  options.idmap = true;
  options.idmap_recursive |= recursive;
  options.idmap_text = word.substr(word.find('=') + 1);
  return true;
}

}  // namespace

MountOptions parse_mount_options(const std::vector<std::string>& words) {
  MountOptions options;
  for (const std::string& written : words) {
    if (written.empty()) continue;
    if (const Word* word = find_word(written); word != nullptr)
      apply(*word, options);
    else if (!take_idmap_text(written, options))
      add_parameter(options.parameters, written);
  }
  return options;
}

void postpone_readonly(Mount& mount) {
  constexpr std::uint64_t kReadonly = MOUNT_ATTR_RDONLY;
  mount.readonly_late = ((mount.attributes.set | mount.recursive_attributes.set) & kReadonly) != 0;
  mount.attributes.set &= ~kReadonly;
  mount.recursive_attributes.set &= ~kReadonly;
}

void make_attributes_recursive(Mount& mount) {
  MountAttributes& all = mount.recursive_attributes;
  // A word that asked for the whole tree already stays the stronger one.
  const MountAttributes top = std::exchange(mount.attributes, {});
  all.set |= top.set & ~all.clear;
  all.clear |= top.clear & ~all.set;
}

std::vector<std::string_view> mount_option_words() {
  std::vector<std::string_view> names;
  for (const Word& word : kWords) names.push_back(word.name);
  return names;
}

std::string describe_attributes(const MountAttributes& attributes, std::string_view prefix) {
  std::string text;
  auto add = [&](std::string_view name) {
    if (!text.empty()) text += ',';
    text.append(prefix).append(name);
  };
  for (const Word& word : kWords) {
    if (word.recursive) continue;
    if (word.effect == Effect::Set && (attributes.set & word.bits) != 0) add(word.name);
    if (word.effect == Effect::Clear && (attributes.clear & word.bits) != 0) add(word.name);
    if (word.effect == Effect::Atime && (attributes.clear & MOUNT_ATTR__ATIME) != 0 &&
        (attributes.set & MOUNT_ATTR__ATIME) == word.bits)
      add(word.name);
  }
  return text;
}

std::string describe_propagation(const Propagation& propagation) {
  for (const Word& word : kWords)
    if (word.effect == Effect::Propagate && word.bits == propagation.type &&
        word.recursive == propagation.recursive)
      return std::string(word.name);
  return "";
}

std::optional<Propagation> parse_propagation(std::string_view word) {
  const Word* known = find_word(word);
  if (known == nullptr || known->effect != Effect::Propagate) return std::nullopt;
  return Propagation{known->bits, known->recursive};
}

}  // namespace hull::plan
