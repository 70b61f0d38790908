// SPDX-License-Identifier: Apache-2.0
// The specification's own JSON schemas, kept beside the checkout (never in it), against our lists.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "kit/skip.h"
#include "spec/codec.h"
#include "spec/features.h"
#include "spec/schema_walk.h"
#include "spec/state.h"

namespace hull::spec {
namespace {

/// ../shared/spec-schema beside the checkout, or where HULL_SPEC_SCHEMA says.
std::string schema_directory() {
  const char* given = std::getenv("HULL_SPEC_SCHEMA");
  return given ? given : kit::source_path("../shared/spec-schema");
}

bool is_there() {
  return std::filesystem::exists(schema_directory() + "/config-schema.json");
}

/// A difference that is meant. `what` is a whole line, or a pointer that stands for its own line
/// and all below it.
struct Excuse {
  std::string what;
  std::string reason;
  bool covers(std::string_view line) const {
    std::string_view pointer = line.substr(0, line.find(' '));
    return line == what || pointer == what || pointer.starts_with(what + "/");
  }
};

/// Lines of the first set that the second lacks and nothing excuses; and excuses that excuse
/// nothing, so that the lists cannot rot.
std::vector<std::string> missing(const std::set<std::string>& from, const std::set<std::string>& in,
                                 const std::vector<Excuse>& excuses) {
  std::vector<std::string> left;
  std::vector<bool> used(excuses.size());
  for (const std::string& line : from) {
    if (in.contains(line)) continue;
    bool is_excused = false;
    for (std::size_t i = 0; i < excuses.size(); ++i)
      if (excuses[i].covers(line)) is_excused = used[i] = true;
    if (!is_excused) left.push_back(line);
  }
  for (std::size_t i = 0; i < excuses.size(); ++i)
    if (!used[i]) left.push_back("idle excuse: " + excuses[i].what);
  return left;
}

void compare(const std::string& file, const std::vector<Path>& ours,
             const std::vector<Excuse>& only_theirs, const std::vector<Excuse>& only_ours) {
  SchemaWalk walk(schema_directory());
  walk.walk_file(file);
  REQUIRE(walk.lines.size() > 5);
  CHECK(join(missing(walk.lines, described(ours), only_theirs), "\n") == "");
  CHECK(join(missing(described(ours), walk.lines, only_ours), "\n") == "");
}

}  // namespace

TEST_CASE("config.json has the members of the official schema, and no others") {
  if (!is_there()) return kit::skip("the official schemas in ../shared/spec-schema");
  compare("config-schema.json", paths<Config>(),
          {
              {"/freebsd", "another platform's, ignored whole"},
              {"/solaris", "another platform's, ignored whole"},
              {"/vm", "for virtual machines, ignored whole"},
              {"/windows", "another platform's, ignored whole"},
              {"/zos", "another platform's, ignored whole"},
              {"/process/commandLine", "for Windows only"},
              {"/root object", "required on Linux by config.md, so ours says required"},
              {"/linux/memoryPolicy/mode string", "required by config-linux.md"},
              {"/linux/personality/domain string", "required by config-linux.md"},
              {"/linux/resources/blockIO/throttleReadBpsDevice/*/rate", "required by the text"},
              {"/linux/resources/blockIO/throttleReadIOPSDevice/*/rate", "required by the text"},
              {"/linux/resources/blockIO/throttleWriteBpsDevice/*/rate", "required by the text"},
              {"/linux/resources/blockIO/throttleWriteIOPSDevice/*/rate", "required by the text"},
              {"/linux/resources/pids/limit", "optional in config-linux.md"},
              {"/linux/timeOffsets", "a map in config-linux.md: the clock's name is the key"},
          },
          {
              {"/freebsd", "another platform's, ignored whole"},
              {"/solaris", "another platform's, ignored whole"},
              {"/vm", "for virtual machines, ignored whole"},
              {"/windows", "another platform's, ignored whole"},
              {"/zos", "another platform's, ignored whole"},
              {"/process/commandLine", "for Windows only"},
              {"/root object required", "required on Linux by config.md"},
              {"/linux/intelRdt/enableCMT", "of 1.1.0 to 1.2.1, to warn of"},
              {"/linux/intelRdt/enableMBM", "of 1.1.0 to 1.2.1, to warn of"},
              {"/linux/memoryPolicy/mode string required", "required by config-linux.md"},
              {"/linux/personality/domain string required", "required by config-linux.md"},
              {"/linux/resources/blockIO/throttleReadBpsDevice/*/rate", "required by the text"},
              {"/linux/resources/blockIO/throttleReadIOPSDevice/*/rate", "required by the text"},
              {"/linux/resources/blockIO/throttleWriteBpsDevice/*/rate", "required by the text"},
              {"/linux/resources/blockIO/throttleWriteIOPSDevice/*/rate", "required by the text"},
              {"/linux/resources/pids/limit", "optional in config-linux.md"},
              {"/linux/timeOffsets/*", "a map in config-linux.md: the clock's name is the key"},
          });
}

TEST_CASE("the state document has the members of the official schema, and runc's and crun's") {
  if (!is_there()) return kit::skip("the official schemas in ../shared/spec-schema");
  compare("state-schema.json", paths<State>(), {},
          {
              {"/rootfs", "runc's and crun's"},
              {"/root", "crun's, for hooks"},
              {"/created", "runc's and crun's"},
              {"/owner", "runc's and crun's"},
          });
}

TEST_CASE("the features document has the members of the official schema") {
  if (!is_there()) return kit::skip("the official schemas in ../shared/spec-schema");
  compare("features-schema.json", paths<Features>(), {},
          {
              {"/linux/intelRdt/schemata", "in features-linux.md, not in the schema"},
              {"/linux/intelRdt/monitoring", "in features-linux.md, not in the schema"},
              {"/linux/memoryPolicy", "in features-linux.md, not in the schema"},
          });
}

}  // namespace hull::spec
