// SPDX-License-Identifier: Apache-2.0
// The flags of a command line: one table drives the parser, the help and the man pages. Adding a
// flag is one line of a table. Pure: no file, no global state.
//
// The rules are those of getopt_long_only(3), which runc's and crun's callers both live with: one
// dash or two before a long name, unambiguous beginnings of names, "--x=v" and "--x v", letters
// bundled behind one dash, "--" ends the flags. Written anew because glibc's neither says which
// word was wrong nor knows "=false" nor two tables at once.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::cmd {

/// One flag. The texts live as long as the program: they are literals.
struct Option {
  /// The long name, without dashes.
  std::string_view name;
  /// The short names, one character each; often none.
  std::string_view letters;
  /// What help calls the value ("DIR"); empty for a switch.
  std::string_view value;
  /// What it does, for help and the man page: a phrase without a full stop at its end.
  std::string_view help;
  /// Stores the value; a switch gets "true", or what followed "=". Refuses what it can't use.
  /// Called once for each time the flag is given, so that the last one wins.
  std::function<Result<void>(std::string_view value)> take;
};

/// The makers of options. `to` is borrowed: it outlives the table.
///
/// A switch: true when given; "=false" takes it back.
Option toggle(std::string_view name, std::string_view letters, std::string_view help, bool* to);
/// A text that must not be empty: an empty one is mostly an unset variable of a script.
Option text(std::string_view name, std::string_view letters, std::string_view value,
            std::string_view help, std::string* to);
/// A decimal number from 0 up.
Option number(std::string_view name, std::string_view letters, std::string_view value,
              std::string_view help, unsigned* to);
/// A length of time above 0, as Go writes it: "1m30s".
Option duration(std::string_view name, std::string_view letters, std::string_view value,
                std::string_view help, std::chrono::nanoseconds* to);
/// The refusal of `given`, which is none of the words of `value`: those are separated by '|'.
Error not_one_of(std::string_view given, std::string_view value);
/// One of the words of `value`, which are separated by '|': "text|json".
Option one_of(std::string_view name, std::string_view letters, std::string_view value,
              std::string_view help, std::string* to);
/// A switch that says what is so in any case; "=false" is refused with `reason`.
Option always(std::string_view name, std::string_view help, std::string_view reason);
/// A flag of the peers' whose work is not built in: refused with `reason`; a switch may be given as
/// "=false".
Option refused(std::string_view name, std::string_view value, std::string_view help,
               std::string_view reason);

/// Where flags may stand.
enum class Flags {
  /// Before the first argument only: the rest belongs to somebody else.
  First,
  /// Anywhere among the arguments.
  Anywhere,
};

/// What is left of a command line when its flags are taken out.
struct Parsed {
  /// The words that are neither flags nor their values, in order. With Flags::First: everything
  /// from the first of them on, untouched.
  std::vector<std::string> arguments;
  /// The first thing that was wrong. Parsing goes on behind it, so that a `--log` further right is
  /// known when it is reported.
  std::optional<Error> fault;
};

/// Takes `words` apart (argv without the program's name) and hands each flag's value to its option.
/// A flag is looked up in `own` by its exact name, then in `common` likewise, then in `own` by an
/// unambiguous beginning of its name: so global flags may follow the command without making any
/// beginning ambiguous. Faults quote the flag as the user wrote it.
Parsed parse(std::span<const std::string> words, const std::vector<Option>& own,
             const std::vector<Option>& common, Flags flags);

/// Whether as many arguments were given as `synopsis` names, those in brackets being optional:
/// "ID [SIGNAL]"; the last one may be any number: "[ARGUMENT]...". The refusal names the first one
/// that is missing or too much.
Result<void> check_arguments(std::string_view synopsis, const std::vector<std::string>& given);

}  // namespace hull::cmd
