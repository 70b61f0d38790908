// SPDX-License-Identifier: Apache-2.0
#include "cmd/options.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/duration.h"
#include "base/text.h"

namespace hull::cmd {

Option toggle(std::string_view name, std::string_view letters, std::string_view help, bool* to) {
  return {name, letters, "", help, [to](std::string_view value) -> Result<void> {
            // crun's and runc's words together.
            std::string word = lower(value);
            if (word == "true" || word == "1" || word == "yes" || word == "t")
              *to = true;
            else if (word == "false" || word == "0" || word == "no" || word == "f")
              *to = false;
            else
              return Error::refused(format("'{}' is neither true nor false", value));
            return {};
          }};
}

Option text(std::string_view name, std::string_view letters, std::string_view value,
            std::string_view help, std::string* to) {
  return {name, letters, value, help, [to](std::string_view given) -> Result<void> {
            if (given.empty()) return Error::refused("must not be empty");
            *to = given;
            return {};
          }};
}

Option number(std::string_view name, std::string_view letters, std::string_view value,
              std::string_view help, unsigned* to) {
  return {name, letters, value, help, [to](std::string_view given) -> Result<void> {
            std::optional<std::uint64_t> parsed = parse_uint(given);
            // Descriptors and their counts are ints in the kernel.
            constexpr unsigned kMost = std::numeric_limits<int>::max();
            if (!parsed || *parsed > kMost)
              return Error::refused(format("'{}' is not a number from 0 to {}", given, kMost));
            *to = static_cast<unsigned>(*parsed);
            return {};
          }};
}

Option duration(std::string_view name, std::string_view letters, std::string_view value,
                std::string_view help, std::chrono::nanoseconds* to) {
  return {name, letters, value, help, [to](std::string_view given) -> Result<void> {
            auto parsed = parse_duration(given);
            if (!parsed || *parsed <= std::chrono::nanoseconds(0))
              return Error::refused(
                  format("'{}' is not a length of time above 0, such as 1m30s or 500ms", given));
            *to = *parsed;
            return {};
          }};
}

Error not_one_of(std::string_view given, std::string_view value) {
  const auto words = split(value, '|');
  return Error::refused(
      format("'{}' is not one of {}", given, join({words.begin(), words.end()}, ", ")));
}

Option one_of(std::string_view name, std::string_view letters, std::string_view value,
              std::string_view help, std::string* to) {
  return {name, letters, value, help, [to, value](std::string_view given) -> Result<void> {
            const auto words = split(value, '|');
            if (std::ranges::find(words, given) == words.end()) return not_one_of(given, value);
            *to = given;
            return {};
          }};
}

Option always(std::string_view name, std::string_view help, std::string_view reason) {
  return {name, "", "", help, [reason](std::string_view value) -> Result<void> {
            bool on = false;
            TRY(toggle("", "", "", &on).take(value));
            if (!on) return Error::refused(std::string(reason));
            return {};
          }};
}

Option refused(std::string_view name, std::string_view value, std::string_view help,
               std::string_view reason) {
  return {name, "", value, help, [reason, value](std::string_view given) -> Result<void> {
            bool on = true;
            if (value.empty()) TRY(toggle("", "", "", &on).take(given));
            if (on) return Error::refused(std::string(reason));
            return {};
          }};
}

namespace {

const Option* by_name(const std::vector<Option>& table, std::string_view name) {
  auto found = std::ranges::find(table, name, &Option::name);
  return found == table.end() ? nullptr : &*found;
}

const Option* by_letter(const std::vector<Option>& table, char letter) {
  auto found = std::ranges::find_if(table, [letter](const Option& option) {
    return option.letters.find(letter) != std::string_view::npos;
  });
  return found == table.end() ? nullptr : &*found;
}

class Parser {
 public:
  Parser(std::span<const std::string> words, const std::vector<Option>& own,
         const std::vector<Option>& common)
      : words_(words), own_(own), common_(common) {}

  Parsed parse(Flags flags) {
    while (next_ < words_.size()) {
      const std::string& word = words_[next_++];
      if (word == "--") break;
      if (word.size() > 1 && word[0] == '-') {
        Result<void> taken = flag(word);
        if (!taken && !parsed_.fault) parsed_.fault = std::move(taken).error();
        continue;
      }
      parsed_.arguments.push_back(word);
      if (flags == Flags::First) break;
    }
    for (; next_ < words_.size(); next_++) parsed_.arguments.push_back(words_[next_]);
    return std::move(parsed_);
  }

 private:
  const Option* letter(char letter) const {
    const Option* own = by_letter(own_, letter);
    return own ? own : by_letter(common_, letter);
  }

  /// The option that `name`, a long name or one letter, stands for; none is null.
  Result<const Option*> find(std::string_view name) const {
    if (const Option* exact = by_name(own_, name)) return exact;
    if (const Option* exact = by_name(common_, name)) return exact;
    if (name.size() == 1)
      if (const Option* exact = letter(name[0])) return exact;
    const Option* found = nullptr;
    for (const Option& option : own_) {
      if (name.empty() || !option.name.starts_with(name)) continue;
      if (found)
        return Error::refused(format("could be '--{}' or '--{}'", found->name, option.name));
      found = &option;
    }
    return found;
  }

  Result<void> flag(std::string_view word) {
    std::string_view written = word.substr(0, word.find('='));
    std::string_view name = written.substr(word[1] == '-' ? 2 : 1);
    const Option* option = TRY(find(name).context([&] { return format("'{}'", written); }));
    if (option) {
      std::optional<std::string_view> value;
      if (written.size() < word.size()) value = word.substr(written.size() + 1);
      return take(*option, written, value);
    }
    if (word[1] != '-' && letter(word[1])) return bundle(word);
    return unknown(written, name);
  }

  /// "-abc": letters behind one dash. A letter that needs a value takes the rest of the word, or
  /// the next word when there is no rest.
  Result<void> bundle(std::string_view word) {
    for (size_t at = 1; at < word.size(); at++) {
      const Option* option = letter(word[at]);
      if (!option) return Error::refused(format("unknown flag '-{}' in '{}'", word[at], word));
      std::string written = format("-{}", word[at]);
      std::string_view rest = word.substr(at + 1);
      if (rest.starts_with('=')) return take(*option, written, rest.substr(1));
      if (!option->value.empty())
        return take(*option, written, rest.empty() ? std::nullopt : std::optional(rest));
      TRY(take(*option, written, std::nullopt));
    }
    return {};
  }

  Result<void> take(const Option& option, std::string_view written,
                    std::optional<std::string_view> value) {
    if (!value && option.value.empty()) value = "true";
    if (!value && next_ < words_.size()) value = words_[next_++];
    // Podman looks for these two words to learn which flags there are.
    if (!value) return Error::refused(format("{} requires an argument", written));
    return option.take(*value).context([&] { return std::string(written); });
  }

  Result<void> unknown(std::string_view written, std::string_view name) const {
    Error error = Error::refused(format("unknown flag '{}'", written));
    std::vector<std::string> names;
    for (const auto* table : {&own_, &common_})
      for (const Option& option : *table) names.emplace_back(option.name);
    std::optional<std::string> close = nearest(name, names);
    if (close) return std::move(error).hint(format("did you mean '--{}'?", *close));
    return error;
  }

  std::span<const std::string> words_;
  const std::vector<Option>& own_;
  const std::vector<Option>& common_;
  size_t next_ = 0;
  Parsed parsed_;
};

}  // namespace

Parsed parse(std::span<const std::string> words, const std::vector<Option>& own,
             const std::vector<Option>& common, Flags flags) {
  return Parser(words, own, common).parse(flags);
}

Result<void> check_arguments(std::string_view synopsis, const std::vector<std::string>& given) {
  size_t most = 0;
  for (std::string_view name : split(synopsis, ' ')) {
    if (name.empty()) continue;
    if (name.ends_with("...")) return {};
    if (most == given.size() && name[0] != '[')
      return Error::refused(format("argument {} is missing", name));
    most++;
  }
  if (given.size() > most)
    return Error::refused(format("argument '{}' is one too many", given[most]));
  return {};
}

}  // namespace hull::cmd
