// SPDX-License-Identifier: Apache-2.0
// A struct that stands for a JSON object lists its members once, in a function
//     void fields(spec::Fields& f, Root& root) {
//       f.required("path", root.path);
//       f.optional("readonly", root.readonly);
//     }
// beside the struct (found by its namespace), and decoding, encoding and the list of all paths walk
// that list: spec/codec.h. Members may be bool, integers, double, std::string, other such structs,
// and std::optional, std::vector and std::map<std::string, …> of them. Pure; both sides.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/json_writer.h"

namespace hull::spec {

class Decoder;
class PathList;

/// What can be done with a member whose type is known only as void*: one constant for each type.
struct Kind {
  json::Type type;
  void (*decode)(Decoder& decoder, const json::Cursor& cursor, void* value);
  void (*encode)(json::Writer& writer, const void* value);
  /// Whether the value says no more than an absent key would.
  bool (*is_empty)(const void* value);
  /// Adds the paths below a value of this type.
  void (*list)(PathList& paths);
};

enum class Presence {
  Required,  // must be there; always written
  Written,   // may be absent; always written
  Optional,  // may be absent; written unless it is empty
};

/// One line of a list. `kind` is null for a key that is known and ignored.
struct Field {
  std::string_view name;
  void* value;
  const Kind* kind;
  Presence presence;
};

/// Who walks a list. A null counts as absent; an absent member keeps the value it had.
class Fields {
 public:
  template <class T>
  void required(std::string_view name, T& value);
  template <class T>
  void written(std::string_view name, T& value);
  template <class T>
  void optional(std::string_view name, T& value);
  /// A key that the specification defines and that has no meaning on Linux: no warning for it.
  void ignored(std::string_view name) { member({name, nullptr, nullptr, Presence::Optional}); }

 protected:
  ~Fields() = default;

 private:
  virtual void member(const Field& field) = 0;
};

template <class T>
concept Listed = requires(Fields& f, T& value) {
  fields(f, value);
};

/// A struct's list for a struct known only as void*.
using Walk = void (*)(Fields& f, void* value);

/// The state of one decoding: the first fault sticks, everything after it does nothing.
class Decoder {
 public:
  Decoder(const json::Document& document, std::string_view name)
      : document_(document), name_(name) {}

  bool failed() const { return error_.has_value(); }
  /// Notes "NAME:LINE:COLUMN: POINTER what".
  void fail(const json::Cursor& at, std::string_view what);
  /// Whether the value has the type; a fault if not.
  bool expect(const json::Cursor& cursor, json::Type type);
  /// The integer, or a fault if there is none between the bounds.
  std::optional<std::int64_t> integer(const json::Cursor& cursor, std::int64_t lowest,
                                      std::int64_t highest);
  std::optional<std::uint64_t> integer(const json::Cursor& cursor, std::uint64_t highest);
  /// The members that the list names, into `value`; a warning for every other.
  void object(const json::Cursor& cursor, Walk walk, void* value);

  Result<void> finish() &&;
  std::vector<std::string>& warnings() { return warnings_; }

 private:
  void warn_unknown(const json::Cursor& object, Walk walk, void* value);
  std::string place(const json::Cursor& at) const;

  const json::Document& document_;
  std::string_view name_;
  std::optional<Error> error_;
  std::vector<std::string> warnings_;
  std::size_t unknown_ = 0;
};

/// A member that a document may have. Elements of arrays and values of maps are the step "*".
struct Path {
  std::string pointer;
  json::Type type;
  bool required;
  /// Listed as ignored: the type is not known.
  bool ignored;
};

/// Collects the paths of one type, outer ones first.
class PathList {
 public:
  /// The paths below `*`, as of an array or a map of what `list` lists.
  void list_elements(void (*list)(PathList&));
  void list_members(Walk walk, void* value);
  std::vector<Path> take() && { return std::move(paths_); }

 private:
  class Lister;
  std::string prefix_;
  std::vector<Path> paths_;
};

void encode_object(json::Writer& writer, Walk walk, const void* value);
bool is_empty_object(Walk walk, const void* value);

/// What Kind's functions do, typed. Each has `type`, decode, encode, is_empty and list.
template <class T>
struct Access;

template <>
struct Access<std::string> {
  static constexpr json::Type type = json::Type::String;
  static void decode(Decoder& decoder, const json::Cursor& cursor, std::string& value) {
    if (decoder.expect(cursor, type)) value = *cursor.string();
  }
  static void encode(json::Writer& writer, const std::string& value) { writer.string(value); }
  static bool is_empty(const std::string& value) { return value.empty(); }
  static void list(PathList&) {}
};

template <>
struct Access<bool> {
  static constexpr json::Type type = json::Type::Boolean;
  static void decode(Decoder& decoder, const json::Cursor& cursor, bool& value) {
    if (decoder.expect(cursor, type)) value = *cursor.boolean();
  }
  static void encode(json::Writer& writer, const bool& value) { writer.boolean(value); }
  static bool is_empty(const bool& value) { return !value; }
  static void list(PathList&) {}
};

template <std::integral T>
struct Access<T> {
  static constexpr json::Type type = json::Type::Number;
  static void decode(Decoder& decoder, const json::Cursor& cursor, T& value) {
    using Limits = std::numeric_limits<T>;
    if constexpr (std::signed_integral<T>) {
      if (auto read = decoder.integer(cursor, Limits::min(), Limits::max()))
        value = static_cast<T>(*read);
    } else {
      if (auto read = decoder.integer(cursor, Limits::max())) value = static_cast<T>(*read);
    }
  }
  static void encode(json::Writer& writer, const T& value) {
    if constexpr (std::signed_integral<T>)
      writer.int64(value);
    else
      writer.uint64(value);
  }
  static bool is_empty(const T& value) { return value == 0; }
  static void list(PathList&) {}
};

template <>
struct Access<double> {
  static constexpr json::Type type = json::Type::Number;
  static void decode(Decoder& decoder, const json::Cursor& cursor, double& value) {
    if (decoder.expect(cursor, type)) value = *cursor.decimal();
  }
  static void encode(json::Writer& writer, const double& value) { writer.decimal(value); }
  static bool is_empty(const double& value) { return value == 0; }
  static void list(PathList&) {}
};

template <Listed T>
struct Access<T> {
  static constexpr json::Type type = json::Type::Object;
  static void walk(Fields& f, void* value) { fields(f, *static_cast<T*>(value)); }
  static void decode(Decoder& decoder, const json::Cursor& cursor, T& value) {
    decoder.object(cursor, walk, &value);
  }
  static void encode(json::Writer& writer, const T& value) { encode_object(writer, walk, &value); }
  static bool is_empty(const T& value) { return is_empty_object(walk, &value); }
  static void list(PathList& paths) {
    T value;
    paths.list_members(walk, &value);
  }
};

template <class T>
struct Access<std::optional<T>> {
  static constexpr json::Type type = Access<T>::type;
  static void decode(Decoder& decoder, const json::Cursor& cursor, std::optional<T>& value) {
    Access<T>::decode(decoder, cursor, value.emplace());
  }
  static void encode(json::Writer& writer, const std::optional<T>& value) {
    if (value)
      Access<T>::encode(writer, *value);
    else
      writer.null();
  }
  static bool is_empty(const std::optional<T>& value) { return !value; }
  static void list(PathList& paths) { Access<T>::list(paths); }
};

template <class T>
struct Access<std::vector<T>> {
  static constexpr json::Type type = json::Type::Array;
  static void decode(Decoder& decoder, const json::Cursor& cursor, std::vector<T>& value) {
    if (!decoder.expect(cursor, type)) return;
    value = std::vector<T>(cursor.size());
    for (std::size_t i = 0; i < value.size() && !decoder.failed(); ++i)
      Access<T>::decode(decoder, cursor.element(i), value[i]);
  }
  static void encode(json::Writer& writer, const std::vector<T>& value) {
    writer.begin_array();
    for (const T& element : value) Access<T>::encode(writer, element);
    writer.end_array();
  }
  static bool is_empty(const std::vector<T>& value) { return value.empty(); }
  static void list(PathList& paths) { paths.list_elements(Access<T>::list); }
};

template <class T>
struct Access<std::map<std::string, T>> {
  static constexpr json::Type type = json::Type::Object;
  static void decode(Decoder& decoder, const json::Cursor& cursor,
                     std::map<std::string, T>& value) {
    if (!decoder.expect(cursor, type)) return;
    value.clear();
    for (std::size_t i = 0; i < cursor.size() && !decoder.failed(); ++i)
      Access<T>::decode(decoder, cursor.member(i), value[std::string(cursor.key(i))]);
  }
  static void encode(json::Writer& writer, const std::map<std::string, T>& value) {
    writer.begin_object();
    for (const auto& [key, element] : value) {
      writer.key(key);
      Access<T>::encode(writer, element);
    }
    writer.end_object();
  }
  static bool is_empty(const std::map<std::string, T>& value) { return value.empty(); }
  static void list(PathList& paths) { paths.list_elements(Access<T>::list); }
};

template <class T>
inline constexpr Kind kKind = {
    Access<T>::type,
    [](Decoder& decoder, const json::Cursor& cursor, void* value) {
      Access<T>::decode(decoder, cursor, *static_cast<T*>(value));
    },
    [](json::Writer& writer, const void* value) {
      Access<T>::encode(writer, *static_cast<const T*>(value));
    },
    [](const void* value) { return Access<T>::is_empty(*static_cast<const T*>(value)); },
    [](PathList& paths) { Access<T>::list(paths); },
};

template <class T>
void Fields::required(std::string_view name, T& value) {
  member({name, &value, &kKind<T>, Presence::Required});
}
template <class T>
void Fields::written(std::string_view name, T& value) {
  member({name, &value, &kKind<T>, Presence::Written});
}
template <class T>
void Fields::optional(std::string_view name, T& value) {
  member({name, &value, &kKind<T>, Presence::Optional});
}

}  // namespace hull::spec
