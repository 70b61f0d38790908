// SPDX-License-Identifier: Apache-2.0
// The specification's own JSON schemas, kept beside the checkout (never in it), against our lists.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include "base/text.h"
#include "kit/skip.h"
#include "kit/source.h"
#include "spec/codec.h"
#include "spec/features.h"
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

/// Walks a schema and collects "POINTER TYPE [required]" in the words that describe() has for our
/// own paths.
class SchemaWalk {
 public:
  std::set<std::string> lines;

  void walk_file(const std::string& file) { walk(file, root(file), "", 0); }

 private:
  struct Loaded {
    std::string text;
    std::unique_ptr<json::Document> document;
    std::unique_ptr<json::Cursor> root;
  };

  const json::Cursor& root(const std::string& file) {
    Loaded& loaded = files_[file];
    if (!loaded.root) {
      loaded.text = kit::read(schema_directory() + "/" + file);
      loaded.document =
          std::make_unique<json::Document>(json::Document::parse(loaded.text, file).value());
      loaded.root = std::make_unique<json::Cursor>(loaded.document->root());
    }
    return *loaded.root;
  }

  static std::optional<std::size_t> find(const json::Cursor& object, std::string_view key) {
    if (object.type() == json::Type::Object)
      for (std::size_t i = 0; i < object.size(); ++i)
        if (object.key(i) == key) return i;
    return std::nullopt;
  }

  /// Calls back with the schema that a reference leads to, and the file that holds it.
  template <class Call>
  void follow(const std::string& file, std::string_view reference, Call call) {
    std::size_t hash = reference.find('#');
    REQUIRE(hash != std::string_view::npos);
    std::string target = hash == 0 ? file : std::string(reference.substr(0, hash));
    descend(root(target), reference.substr(hash + 1),
            [&](const json::Cursor& at) { call(target, at); });
  }

  template <class Call>
  void descend(const json::Cursor& at, std::string_view path, Call call) {
    if (path.starts_with('/')) path.remove_prefix(1);  // one of the official references lacks it
    if (path.empty()) return call(at);
    std::size_t slash = path.find('/');
    auto index = find(at, path.substr(0, slash));
    REQUIRE_MESSAGE(index, path);
    descend(at.member(*index), slash == path.npos ? "" : path.substr(slash), call);
  }

  /// The type that a schema gives, through references.
  std::string type(const std::string& file, const json::Cursor& schema) {
    std::string found;
    if (auto index = find(schema, "type")) found = *schema.member(*index).string();
    if (auto index = find(schema, "$ref"); found.empty() && index)
      follow(file, *schema.member(*index).string(),
             [&](const std::string& target, const json::Cursor& at) { found = type(target, at); });
    if (find(schema, "allOf")) found = "object";
    return found == "integer" ? "number" : found;
  }

  void walk(const std::string& file, const json::Cursor& schema, const std::string& prefix,
            int depth) {
    REQUIRE_MESSAGE(depth < 32, prefix);
    if (schema.type() != json::Type::Object) return;
    for (std::size_t i = 0; i < schema.size(); ++i) {
      json::Cursor part = schema.member(i);
      std::string_view key = schema.key(i);
      if (key == "$ref")
        follow(file, *part.string(), [&](const std::string& target, const json::Cursor& at) {
          walk(target, at, prefix, depth + 1);
        });
      if (key == "allOf" || key == "anyOf")
        for (std::size_t j = 0; j < part.size(); ++j)
          walk(file, part.element(j), prefix, depth + 1);
      if (key == "items" || key == "additionalProperties")
        walk(file, part, prefix + "/*", depth + 1);
      if (key == "properties") walk_properties(file, schema, part, prefix, depth);
    }
  }

  void walk_properties(const std::string& file, const json::Cursor& schema,
                       const json::Cursor& properties, const std::string& prefix, int depth) {
    std::set<std::string_view> required;
    if (auto index = find(schema, "required")) {
      json::Cursor names = schema.member(*index);
      for (std::size_t i = 0; i < names.size(); ++i) required.insert(*names.element(i).string());
    }
    for (std::size_t i = 0; i < properties.size(); ++i) {
      json::Cursor property = properties.member(i);
      std::string pointer = prefix + "/" + std::string(properties.key(i));
      lines.insert(pointer + " " + type(file, property) +
                   (required.contains(properties.key(i)) ? " required" : ""));
      walk(file, property, pointer, depth + 1);
    }
  }

  std::map<std::string, Loaded> files_;
};

std::set<std::string> described(const std::vector<Path>& paths) {
  std::set<std::string> lines;
  for (const Path& path : paths) {
    // "a string" → "string"
    std::string type(path.ignored ? "ignored" : split(json::describe(path.type), ' ').back());
    lines.insert(path.pointer + " " + type + (path.required ? " required" : ""));
  }
  return lines;
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
  SchemaWalk walk;
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
