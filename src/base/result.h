// SPDX-License-Identifier: Apache-2.0
// Result<T> and TRY: a value or an Error, nodiscard. Our own because libstdc++ 12's std::expected
// is not nodiscard and clang 14-16 cannot compile it.
#pragma once

#include <concepts>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/error.h"

namespace hull {

/// Either a T or the Error that prevented it. Move-only if T is.
template <class T>
class [[nodiscard]] Result {
  using Value = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

 public:
  Result() requires std::is_void_v<T>
  = default;
  template <class U = Value>
  requires(!std::is_void_v<T> && std::constructible_from<Value, U&&> &&
           !std::same_as<std::remove_cvref_t<U>, Result> &&
           !std::same_as<std::remove_cvref_t<U>, Error>) Result(U&& value)
      : state_(std::in_place_index<0>, std::forward<U>(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  /// Only when there is a value.
  T value() && {
    if constexpr (!std::is_void_v<T>) return std::move(*std::get_if<0>(&state_));
  }
  const Value& operator*() const& { return *std::get_if<0>(&state_); }
  Value& operator*() & { return *std::get_if<0>(&state_); }
  const Value* operator->() const { return std::get_if<0>(&state_); }
  Value* operator->() { return std::get_if<0>(&state_); }
  /// Only when there is none.
  Error error() && { return std::move(*std::get_if<1>(&state_)); }
  const Error& error() const& { return *std::get_if<1>(&state_); }

  /// The same result, a failure seen from one frame further out. `attempt` is a text, or a callable
  /// that makes one and is called only on failure.
  template <class Attempt>
  Result context(Attempt&& attempt) && {
    if (*this) return std::move(*this);
    if constexpr (std::invocable<Attempt>)
      return std::move(*this).error().context(attempt());
    else
      return std::move(*this).error().context(std::forward<Attempt>(attempt));
  }

 private:
  std::variant<Value, Error> state_;
};

/// A failure that is deliberately ignored; the reason is an argument, for the reader.
template <class T>
void ignore(const Result<T>&, const char* /*reason*/) {}

}  // namespace hull

/// The value of a Result, or a return of its Error from the enclosing function. Only as the whole
/// initialiser of a named local or as a whole statement: inside braces, argument lists or captures
/// g++ 12 and clang leak what was already built (tests/layers_test.cc refuses such a use).
#define TRY(...)                             \
  ({                                         \
    auto&& try_result_ = (__VA_ARGS__);      \
    if (!try_result_) [[unlikely]]           \
      return std::move(try_result_).error(); \
    std::move(try_result_).value();          \
  })
