// SPDX-License-Identifier: Apache-2.0
// JSON texts to structs and back, by the structs' lists (spec/fields.h). Pure; both sides.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "spec/config.h"
#include "spec/fields.h"

namespace hull::spec {

/// A value and what its text should be warned about: keys that nobody knows, with the nearest name
/// that somebody does, and keys that stand there twice.
template <class T>
struct Decoded {
  T value;
  std::vector<std::string> warnings;
};

/// Reads `text` into `value`, whose absent members stay as they are; gives the warnings. `name` is
/// the file's, for messages. Fails on a fault of the text, a missing or mistyped member, a number
/// out of range: "config.json:2:17: /ociVersion must be a string, not a number".
Result<std::vector<std::string>> decode_into(std::string_view text, std::string_view name,
                                             const Kind& kind, void* value);

template <class T>
Result<Decoded<T>> decode(std::string_view text, std::string_view name) {
  Decoded<T> decoded;
  decoded.warnings = TRY(decode_into(text, name, kKind<T>, &decoded.value));
  return decoded;
}

/// config.json.
Result<Decoded<Config>> decode_config(std::string_view text, std::string_view name);

/// The text of a value, without a line end behind it. Required members and those that are always
/// written come even if empty, the others only if not.
template <class T>
std::string encode(const T& value, json::Indent indent = {}) {
  json::Writer writer(indent);
  Access<T>::encode(writer, value);
  return std::move(writer).take();
}

/// Every member that a text of this type may have.
template <class T>
std::vector<Path> paths() {
  PathList list;
  Access<T>::list(list);
  return std::move(list).take();
}

}  // namespace hull::spec
