// SPDX-License-Identifier: Apache-2.0
#include "plan/landlock.h"

#include <doctest/doctest.h>
#include <linux/landlock.h>

#include "base/json_writer.h"
#include "plans.h"

namespace hull::plan {
namespace {

/// What a user would read of a Landlock document on a kernel with that ABI, without the pointer of
/// the annotation.
std::string landlock(std::string_view text, unsigned abi = 7) {
  Facts facts;
  facts.landlock_abi = abi;
  json::Writer writer;
  writer.string(text);
  std::string read =
      outcome("landlock",
              document(hull::format(R"("process": {{"cwd": "/", "args": ["a"], "user": {{"uid": 0,
          "gid": 0}}}}, "annotations": {{"run.oci.hull.landlock": {}}}, )",
                                    std::move(writer).take()) +
                       linux_section("mount")),
              facts);
  constexpr std::string_view kPointer = "/annotations/run.oci.hull.landlock";
  for (std::size_t at; (at = read.find(kPointer)) != read.npos;)
    read.replace(at, kPointer.size(), "@");
  return read;
}

constexpr std::string_view kEveryRight =
    "execute write_file read_file read_dir remove_dir remove_file make_char make_dir make_reg "
    "make_sock make_fifo make_block make_sym refer truncate ioctl_dev";

}  // namespace

TEST_CASE("each right has the bit of linux/landlock.h") {
  auto bit = [](std::uint64_t right) { return describe_file_rights(right); };
  CHECK(bit(LANDLOCK_ACCESS_FS_EXECUTE) == "execute");
  CHECK(bit(LANDLOCK_ACCESS_FS_WRITE_FILE) == "write_file");
  CHECK(bit(LANDLOCK_ACCESS_FS_READ_FILE) == "read_file");
  CHECK(bit(LANDLOCK_ACCESS_FS_READ_DIR) == "read_dir");
  CHECK(bit(LANDLOCK_ACCESS_FS_REMOVE_DIR) == "remove_dir");
  CHECK(bit(LANDLOCK_ACCESS_FS_REMOVE_FILE) == "remove_file");
  CHECK(bit(LANDLOCK_ACCESS_FS_MAKE_CHAR) == "make_char");
  CHECK(bit(LANDLOCK_ACCESS_FS_MAKE_DIR) == "make_dir");
  CHECK(bit(LANDLOCK_ACCESS_FS_MAKE_REG) == "make_reg");
  CHECK(bit(LANDLOCK_ACCESS_FS_MAKE_SOCK) == "make_sock");
  CHECK(bit(LANDLOCK_ACCESS_FS_MAKE_FIFO) == "make_fifo");
  CHECK(bit(LANDLOCK_ACCESS_FS_MAKE_BLOCK) == "make_block");
  CHECK(bit(LANDLOCK_ACCESS_FS_MAKE_SYM) == "make_sym");
  CHECK(bit(LANDLOCK_ACCESS_FS_REFER) == "refer");
  CHECK(bit(1 << 14) == "truncate");
  CHECK(bit(1 << 15) == "ioctl_dev");
}

TEST_CASE("without the annotation there is no Landlock") {
  CHECK(outcome("landlock", document(linux_section("mount"))) == "");
}

TEST_CASE("all rights are handled unless some are named") {
  CHECK(landlock(R"({"rules": []})") == "landlock: " + std::string(kEveryRight) + "\n");
  CHECK(landlock(R"({"handled": ["make_sock", "execute"], "rules": []})") ==
        "landlock: execute make_sock\n");
}

TEST_CASE("each path has the rights of its rule") {
  CHECK(landlock(R"({"handled": ["execute", "read_file"], "rules": [
            {"paths": ["/usr", "/lib/../opt"], "allow": ["execute", "read_file"]},
            {"paths": ["/etc/passwd"], "allow": ["read_file"]}]})") ==
        "landlock: execute read_file\n"
        "landlock /usr: execute read_file [@: /rules/0/paths/0]\n"
        "landlock /lib/../opt: execute read_file [@: /rules/0/paths/1]\n"
        "landlock /etc/passwd: read_file [@: /rules/1/paths/0]\n");
}

TEST_CASE("a group stands for those of its rights that are handled") {
  CHECK(landlock(R"({"rules": [{"paths": ["/a"], "allow": ["read"]},
                               {"paths": ["/b"], "allow": ["write"]}]})") ==
        "landlock: " + std::string(kEveryRight) +
            "\n"
            "landlock /a: read_file read_dir [@: /rules/0/paths/0]\n"
            "landlock /b: write_file remove_dir remove_file make_char make_dir make_reg make_sock "
            "make_fifo make_block make_sym refer truncate [@: /rules/1/paths/0]\n");
  CHECK(landlock(R"({"handled": ["write_file", "read"], "rules": [
            {"paths": ["/a"], "allow": ["write"]}]})") ==
        "landlock: write_file read_file read_dir\n"
        "landlock /a: write_file [@: /rules/0/paths/0]\n");
}

TEST_CASE("a word that is no right, or not handled, is refused where it stands") {
  CHECK(landlock(R"({"rules": [{"paths": ["/a"], "allow": ["execute", "reed_file"]}]})") ==
        "refused: @: /rules/0/allow/1: 'reed_file' is unknown; did you mean 'read_file'\n");
  CHECK(landlock(R"({"handled": ["READ_FILE"], "rules": []})") ==
        "refused: @: /handled/0: 'READ_FILE' is unknown; did you mean 'read_file'\n");
  CHECK(landlock(R"({"handled": [""], "rules": []})") == "refused: @: /handled/0: '' is unknown\n");
  CHECK(landlock(R"({"handled": ["read"], "rules": [
            {"paths": ["/a"], "allow": ["read", "execute"]}]})") ==
        "refused: @: /rules/0/allow/1: 'execute' is not among /handled\n");
}

TEST_CASE("a faulty document is refused, and what it has beyond is warned of") {
  CHECK(landlock(R"({"rules": )").starts_with("refused: @:1:"));
  CHECK(landlock(R"({"handled": ["execute"], "rules": [], "mod": "strict"})") ==
        "landlock: execute\n"
        "warning: @:1:46: unknown key /mod, did you mean mode\n");
}

TEST_CASE("strict, a kernel that cannot enforce every handled right is refused by their names") {
  CHECK(landlock(R"({"rules": []})", 2) ==
        "refused: @: /handled: ABI 2 of this kernel's Landlock has no truncate ioctl_dev; mode "
        "'best-effort' does what the kernel can\n");
  CHECK(landlock(R"({"mode": "strict", "handled": ["execute"], "rules": []})", 0) ==
        "refused: @: this kernel has no Landlock, or it is not enabled; mode 'best-effort' does "
        "what the kernel can\n");
  // What is not handled need not be known.
  CHECK(landlock(R"({"handled": ["execute", "truncate"], "rules": []})", 3) ==
        "landlock: execute truncate\n");
}

TEST_CASE("a best effort without Landlock is nothing, and warned of") {
  CHECK(landlock(R"({"mode": "best-effort", "rules": []})", 0) ==
        "warning: @: nothing is enforced: this kernel has no Landlock, or it is not enabled\n");
  CHECK(landlock(R"({"mode": "best-effort", "handled": ["ioctl_dev"], "rules": []})", 4) ==
        "warning: @: /handled: not enforced, for ABI 4 of this kernel's Landlock lacks it: "
        "ioctl_dev\n");
}

TEST_CASE("a best effort keeps the rights that the kernel knows") {
  CHECK(
      landlock(R"({"mode": "best-effort", "handled": ["execute", "truncate", "ioctl_dev"],
                     "rules": [{"paths": ["/a"], "allow": ["truncate", "execute"]},
                               {"paths": ["/b"], "allow": ["ioctl_dev"]}]})",
               2) ==
      "landlock best effort: execute\n"
      "landlock /a: execute [@: /rules/0/paths/0]\n"
      "warning: @: /handled: not enforced, for ABI 2 of this kernel's Landlock lacks it: truncate "
      "ioctl_dev\n");
}

TEST_CASE("refer is enforced without being known, but then allowed nowhere") {
  constexpr std::string_view kDenied =
      R"({"mode": "best-effort", "handled": ["execute", "refer"], "rules": []})";
  CHECK(landlock(kDenied, 1) == "landlock best effort: execute\n");
  CHECK(landlock(R"({"mode": "best-effort", "handled": ["execute", "refer"],
                     "rules": [{"paths": ["/a"], "allow": ["refer"]}]})",
                 1) ==
        "landlock best effort: execute\n"
        "warning: @: refer is allowed nowhere, for ABI 1 of this kernel's Landlock lacks it\n");
  CHECK(
      landlock(R"({"mode": "best-effort", "handled": ["refer"], "rules": []})", 1) ==
      "warning: @: /handled: not enforced, for ABI 1 of this kernel's Landlock lacks it: refer\n");
}

}  // namespace hull::plan
