// SPDX-License-Identifier: Apache-2.0
#include "spec/codec.h"

#include <algorithm>

#include "base/text.h"

namespace hull::spec {
namespace {

/// More warnings of one text than a reader wants; each costs a look through the text.
constexpr std::size_t kMostUnknown = 32;
/// Longer keys are nobody's slip of the finger.
constexpr std::size_t kLongestSlip = 64;

class NameList final : public Fields {
 public:
  std::vector<std::string> names;

 private:
  void member(const Field& field) override { names.emplace_back(field.name); }
};

/// Finds each listed member in the object. Documents mostly keep the order of the list, so the
/// search begins behind the last find.
class MemberReader final : public Fields {
 public:
  MemberReader(Decoder& decoder, const json::Cursor& object)
      : decoder_(decoder), object_(object), size_(object.size()) {}
  std::size_t found() const { return found_; }

 private:
  void member(const Field& field) override {
    if (decoder_.failed()) return;
    std::optional<std::size_t> index = find(field.name);
    if (index) ++found_;
    if (!field.kind) return;
    if (index) {
      json::Cursor cursor = object_.member(*index);
      if (cursor.type() != json::Type::Null)
        return field.kind->decode(decoder_, cursor, field.value);
    }
    if (field.presence == Presence::Required)
      decoder_.fail(object_, hull::format("/{} is missing", json::pointer_step(field.name)));
  }

  std::optional<std::size_t> find(std::string_view name) {
    for (std::size_t step = 0; step < size_; ++step) {
      std::size_t index = next_ + step < size_ ? next_ + step : next_ + step - size_;
      if (object_.key(index) != name) continue;
      next_ = index + 1 < size_ ? index + 1 : 0;
      return index;
    }
    return std::nullopt;
  }

  Decoder& decoder_;
  const json::Cursor& object_;
  std::size_t size_;
  std::size_t next_ = 0;
  std::size_t found_ = 0;
};

class MemberWriter final : public Fields {
 public:
  explicit MemberWriter(json::Writer& writer) : writer_(writer) {}

 private:
  void member(const Field& field) override {
    if (!field.kind) return;
    if (field.presence == Presence::Optional && field.kind->is_empty(field.value)) return;
    writer_.key(field.name);
    field.kind->encode(writer_, field.value);
  }
  json::Writer& writer_;
};

class Emptiness final : public Fields {
 public:
  bool is_empty = true;

 private:
  void member(const Field& field) override {
    if (!field.kind) return;
    if (field.presence != Presence::Optional || !field.kind->is_empty(field.value))
      is_empty = false;
  }
};

/// Lists take what they may write to; walkers that only read are given a const value.
void* readable(const void* value) {
  return const_cast<void*>(value);
}

}  // namespace

void Decoder::fail(const json::Cursor& at, std::string_view what) {
  if (failed()) return;
  std::string pointer = at.pointer();
  // "/root is missing" comes with its own last step.
  if (!what.starts_with('/')) pointer = (pointer.empty() ? "the document" : pointer) + " ";
  error_ = Error::refused(hull::format("{}: {}{}", place(at), pointer, what));
}

std::string Decoder::place(const json::Cursor& at) const {
  json::Position position = document_.position(at);
  return hull::format("{}:{}:{}", name_, position.line, position.column);
}

bool Decoder::expect(const json::Cursor& cursor, json::Type type) {
  if (cursor.type() == type) return true;
  fail(cursor,
       hull::format("must be {}, not {}", json::describe(type), json::describe(cursor.type())));
  return false;
}

std::optional<std::int64_t> Decoder::integer(const json::Cursor& cursor, std::int64_t lowest,
                                             std::int64_t highest) {
  std::optional<std::int64_t> value = cursor.int64();
  if (value && *value >= lowest && *value <= highest) return value;
  if (value || cursor.uint64() || cursor.is_huge())
    fail(cursor, hull::format("must be between {} and {}", lowest, highest));
  else if (cursor.type() == json::Type::Number)
    fail(cursor, "must be an integer");
  else
    fail(cursor, hull::format("must be an integer, not {}", json::describe(cursor.type())));
  return std::nullopt;
}

std::optional<std::uint64_t> Decoder::integer(const json::Cursor& cursor, std::uint64_t highest) {
  std::optional<std::uint64_t> value = cursor.uint64();
  if (value && *value <= highest) return value;
  if (value || cursor.int64() || cursor.is_huge())
    fail(cursor, hull::format("must be between 0 and {}", highest));
  else if (cursor.type() == json::Type::Number)
    fail(cursor, "must be an integer");
  else
    fail(cursor, hull::format("must be an integer, not {}", json::describe(cursor.type())));
  return std::nullopt;
}

void Decoder::object(const json::Cursor& cursor, Walk walk, void* value) {
  if (!expect(cursor, json::Type::Object)) return;
  MemberReader reader(*this, cursor);
  walk(reader, value);
  if (!failed() && reader.found() < cursor.size()) warn_unknown(cursor, walk, value);
}

void Decoder::warn_unknown(const json::Cursor& object, Walk walk, void* value) {
  NameList known;
  walk(known, value);
  for (std::size_t i = 0; i < object.size(); ++i) {
    std::string_view key = object.key(i);
    if (std::find(known.names.begin(), known.names.end(), key) != known.names.end()) continue;
    if (++unknown_ > kMostUnknown) return;
    json::Cursor member = object.member(i);
    std::string warning = hull::format("{}: unknown key {}", place(member), member.pointer());
    std::optional<std::string> name;
    if (key.size() <= kLongestSlip) name = nearest(key, known.names);
    if (name) warning += hull::format(", did you mean {}", *name);
    if (unknown_ == kMostUnknown) warning += "; further ones are not listed";
    warnings_.push_back(std::move(warning));
  }
}

Result<void> Decoder::finish() && {
  if (error_) return std::move(*error_);
  return {};
}

class PathList::Lister final : public Fields {
 public:
  explicit Lister(PathList& list) : list_(list) {}

 private:
  void member(const Field& field) override {
    std::string outer = list_.prefix_;
    list_.prefix_ += hull::format("/{}", field.name);
    list_.paths_.push_back({list_.prefix_, field.kind ? field.kind->type : json::Type::Null,
                            field.presence == Presence::Required, field.kind == nullptr});
    if (field.kind) field.kind->list(list_);
    list_.prefix_ = outer;
  }
  PathList& list_;
};

void PathList::list_members(Walk walk, void* value) {
  Lister lister(*this);
  walk(lister, value);
}

void PathList::list_elements(void (*list)(PathList&)) {
  std::string outer = prefix_;
  prefix_ += "/*";
  list(*this);
  prefix_ = outer;
}

void encode_object(json::Writer& writer, Walk walk, const void* value) {
  MemberWriter members(writer);
  writer.begin_object();
  walk(members, readable(value));
  writer.end_object();
}

bool is_empty_object(Walk walk, const void* value) {
  Emptiness emptiness;
  walk(emptiness, readable(value));
  return emptiness.is_empty;
}

Result<std::vector<std::string>> decode_into(std::string_view text, std::string_view name,
                                             const Kind& kind, void* value) {
  json::Document document = TRY(json::Document::parse(text, name));
  std::vector<std::string> warnings;
  for (const std::string& pointer : document.duplicates()) {
    if (warnings.size() == kMostUnknown) break;
    warnings.push_back(
        hull::format("{}: {} stands there twice, the last one counts", name, pointer));
  }
  Decoder decoder(document, name);
  decoder.warnings() = std::move(warnings);
  kind.decode(decoder, document.root(), value);
  warnings = std::move(decoder.warnings());
  TRY(std::move(decoder).finish());
  return warnings;
}

Result<Decoded<Config>> decode_config(std::string_view text, std::string_view name) {
  return decode<Config>(text, name);
}

}  // namespace hull::spec
