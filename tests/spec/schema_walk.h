// SPDX-License-Identifier: Apache-2.0
// A JSON schema's members as lines of text, and those of our lists in the same words, to be
// compared.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/text.h"
#include "kit/source.h"
#include "spec/fields.h"

namespace hull::spec {

/// Walks a schema, through references to its own and other files, and collects lines
/// "POINTER TYPE [required]".
class SchemaWalk {
 public:
  /// The files are in `directory`.
  explicit SchemaWalk(std::string directory) : directory_(std::move(directory)) {}

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
      loaded.text = kit::read(directory_ + "/" + file);
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
    if (found.empty() && find(schema, "allOf")) found = "object";
    if (found.empty()) return "ignored";  // anything is allowed
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

  std::string directory_;
  std::map<std::string, Loaded> files_;
};

/// The lines of our own lists.
inline std::set<std::string> described(const std::vector<Path>& paths) {
  std::set<std::string> lines;
  for (const Path& path : paths) {
    // "a string" → "string"
    std::string type(path.ignored ? "ignored" : split(json::describe(path.type), ' ').back());
    lines.insert(path.pointer + " " + type + (path.required ? " required" : ""));
  }
  return lines;
}

}  // namespace hull::spec
