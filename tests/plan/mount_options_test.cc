// SPDX-License-Identifier: Apache-2.0
#include "plan/mount_options.h"

#include <doctest/doctest.h>
#include <sys/mount.h>

#include <algorithm>

namespace hull::plan {
namespace {

// What `words` do to the attributes, as the words that say so shortest.
std::string attributes(const std::vector<std::string>& words) {
  return describe_attributes(parse_mount_options(words).attributes, "");
}

std::string recursive(const std::vector<std::string>& words) {
  return describe_attributes(parse_mount_options(words).recursive_attributes, "r");
}

std::string superblock(const std::vector<std::string>& words) {
  const MountOptions options = parse_mount_options(words);
  std::string text;
  for (const SuperblockFlag& flag : options.superblock) text.append(flag.name) += ' ';
  return text;
}

}  // namespace

TEST_CASE("each attribute word sets or clears its bit of mount_setattr(2)") {
  struct Row {
    const char* word;
    std::uint64_t set;
    std::uint64_t clear;
  };
  for (const Row& row : {
           Row{"ro", MOUNT_ATTR_RDONLY, 0},
           Row{"rw", 0, MOUNT_ATTR_RDONLY},
           Row{"suid", 0, MOUNT_ATTR_NOSUID},
           Row{"nosuid", MOUNT_ATTR_NOSUID, 0},
           Row{"dev", 0, MOUNT_ATTR_NODEV},
           Row{"nodev", MOUNT_ATTR_NODEV, 0},
           Row{"exec", 0, MOUNT_ATTR_NOEXEC},
           Row{"noexec", MOUNT_ATTR_NOEXEC, 0},
           Row{"diratime", 0, MOUNT_ATTR_NODIRATIME},
           Row{"nodiratime", MOUNT_ATTR_NODIRATIME, 0},
           Row{"symfollow", 0, MOUNT_ATTR_NOSYMFOLLOW},
           Row{"nosymfollow", MOUNT_ATTR_NOSYMFOLLOW, 0},
           Row{"noatime", MOUNT_ATTR_NOATIME, MOUNT_ATTR__ATIME},
           Row{"relatime", MOUNT_ATTR_RELATIME, MOUNT_ATTR__ATIME},
           Row{"strictatime", MOUNT_ATTR_STRICTATIME, MOUNT_ATTR__ATIME},
           Row{"atime", MOUNT_ATTR_RELATIME, MOUNT_ATTR__ATIME},
           Row{"nostrictatime", MOUNT_ATTR_RELATIME, MOUNT_ATTR__ATIME},
           Row{"norelatime", 0, 0},
           Row{"defaults", 0, 0},
           Row{"", 0, 0},
       }) {
    INFO(row.word);
    const MountOptions plain = parse_mount_options({row.word});
    CHECK(plain.attributes == MountAttributes{row.set, row.clear});
    CHECK(plain.recursive_attributes.empty());
    CHECK(plain.parameters.empty());
    if (std::string_view(row.word).empty() || std::string_view(row.word) == "defaults") continue;
    const MountOptions all = parse_mount_options({std::string("r") + row.word});
    CHECK(all.recursive_attributes == MountAttributes{row.set, row.clear});
    CHECK(all.attributes.empty());
    CHECK(all.parameters.empty());
  }
}

TEST_CASE("of a word and its opposite the last wins, pair by pair") {
  CHECK(attributes({"ro", "rw"}) == "rw");
  CHECK(attributes({"rw", "nosuid", "ro"}) == "ro,nosuid");
  CHECK(attributes({"nodev", "dev", "nodev"}) == "nodev");
  CHECK(recursive({"rro", "rrw", "rnoexec"}) == "rrw,rnoexec");
  CHECK(attributes({"ro", "rrw"}) == "ro");
}

TEST_CASE("the access time is one choice of three") {
  CHECK(attributes({"noatime", "strictatime"}) == "strictatime");
  CHECK(attributes({"strictatime", "noatime"}) == "noatime");
  CHECK(attributes({"noatime", "atime"}) == "relatime");
  CHECK(attributes({"strictatime", "nostrictatime"}) == "relatime");
  CHECK(attributes({"relatime", "norelatime"}) == "");
  // Each takes back only its own opposite.
  CHECK(attributes({"strictatime", "atime"}) == "strictatime");
  CHECK(attributes({"noatime", "nostrictatime"}) == "noatime");
  CHECK(attributes({"noatime", "norelatime"}) == "noatime");
  CHECK(attributes({"nodiratime", "atime"}) == "nodiratime,relatime");
  CHECK(recursive({"rnoatime", "ratime"}) == "rrelatime");
}

TEST_CASE("propagation words name a type and whether the tree is meant") {
  struct Row {
    const char* word;
    std::uint64_t type;
  };
  for (const Row& row : {Row{"private", MS_PRIVATE}, Row{"shared", MS_SHARED},
                         Row{"slave", MS_SLAVE}, Row{"unbindable", MS_UNBINDABLE}}) {
    const std::string whole = std::string("r") + row.word;
    CHECK(parse_mount_options({row.word}).propagation == Propagation{row.type, false});
    CHECK(parse_mount_options({whole}).propagation == Propagation{row.type, true});
    CHECK(parse_propagation(whole) == Propagation{row.type, true});
    CHECK(describe_propagation({row.type, true}) == whole);
    CHECK(describe_propagation({row.type, false}) == row.word);
  }
  CHECK(parse_mount_options({"rshared", "slave"}).propagation == Propagation{MS_SLAVE, false});
  CHECK(parse_propagation("ro") == std::nullopt);
  CHECK(describe_propagation({}) == "");
}

TEST_CASE("superblock flags are fsconfig's, the recursive forms mean the same") {
  CHECK(superblock({"sync", "dirsync", "lazytime", "mand"}) == "sync dirsync lazytime mand ");
  CHECK(superblock({"sync", "async"}) == "async ");
  CHECK(superblock({"rasync", "rsync", "rdirsync", "rmand", "rnomand"}) == "sync dirsync nomand ");
  CHECK(superblock({"lazytime", "nolazytime"}) == "nolazytime ");
  CHECK(superblock({"dirsync", "dirsync"}) == "dirsync ");
}

TEST_CASE("what fsconfig(2) has no name for is told apart, its opposite needs nothing") {
  CHECK(parse_mount_options({"silent", "iversion"}).unappliable ==
        std::vector<std::string_view>{"silent", "iversion"});
  CHECK(parse_mount_options({"silent", "loud", "noiversion"}).unappliable.empty());
  CHECK(parse_mount_options({"loud"}).parameters.empty());
}

TEST_CASE("unknown words are the filesystem's, with or without a value") {
  const MountOptions options =
      parse_mount_options({"size=64k", "newinstance", "", "lowerdir=/a=b:/c", "mode="});
  CHECK(options.parameters ==
        std::vector<FilesystemParameter>{
            {"size", "64k"}, {"newinstance", std::nullopt}, {"lowerdir", "/a=b:/c"}, {"mode", ""}});
}

TEST_CASE("bind and rbind together bind the tree") {
  CHECK(parse_mount_options({"rbind", "bind"}).recursive);
  CHECK(parse_mount_options({"bind"}).bind);
  CHECK_FALSE(parse_mount_options({"bind"}).recursive);
}

TEST_CASE("the words that hull carries out itself") {
  CHECK(parse_mount_options({"remount"}).remount);
  CHECK(parse_mount_options({"tmpcopyup"}).copy_up);
  CHECK_FALSE(parse_mount_options({"tmpcopyup", "notmpcopyup"}).copy_up);
  CHECK(parse_mount_options({"copy-symlink"}).copy_symlink);
  CHECK(parse_mount_options({"src-nofollow"}).source_nofollow);
  CHECK(parse_mount_options({"dest-nofollow"}).destination_nofollow);
  CHECK(parse_mount_options({"idmap"}).idmap);
  CHECK_FALSE(parse_mount_options({"idmap"}).idmap_recursive);
  CHECK(parse_mount_options({"ridmap"}).idmap_recursive);
  const std::vector<std::string> words = {"ridmap=uids=0-1-2;gids=0-1-2"};
  const MountOptions options = parse_mount_options(words);
  CHECK(options.idmap_recursive);
  CHECK(options.idmap_text == "uids=0-1-2;gids=0-1-2");
}

TEST_CASE("every word of the specification's table is known") {
  const std::vector<std::string_view> words = mount_option_words();
  for (std::string_view word :
       {"async",          "atime",      "bind",         "defaults",    "dev",
        "diratime",       "dirsync",    "exec",         "iversion",    "lazytime",
        "loud",           "mand",       "noatime",      "nodev",       "nodiratime",
        "noexec",         "noiversion", "nolazytime",   "nomand",      "norelatime",
        "nostrictatime",  "nosuid",     "nosymfollow",  "private",     "ratime",
        "rbind",          "rdev",       "rdiratime",    "relatime",    "remount",
        "rexec",          "rnoatime",   "rnodiratime",  "rnoexec",     "rnorelatime",
        "rnostrictatime", "rnosuid",    "rnosymfollow", "ro",          "rprivate",
        "rrelatime",      "rro",        "rrw",          "rshared",     "rslave",
        "rstrictatime",   "rsuid",      "rsymfollow",   "runbindable", "rw",
        "shared",         "silent",     "slave",        "strictatime", "suid",
        "symfollow",      "sync",       "tmpcopyup",    "unbindable",  "idmap",
        "ridmap"}) {
    INFO(word);
    CHECK(std::ranges::count(words, word) == 1);
  }
}

}  // namespace hull::plan
