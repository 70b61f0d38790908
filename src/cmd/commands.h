// SPDX-License-Identifier: Apache-2.0
// The verbs: what each is called, takes and does. One file a verb; this table is what main, the
// help and the man pages walk.
#pragma once

#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cmd/globals.h"
#include "cmd/options.h"
#include "life/context.h"

namespace hull::cmd {

/// What the user gave beside the flags, as many as the verb's `arguments` ask for.
using Arguments = std::vector<std::string>;

/// One verb with the values of its flags: used for one call.
struct Verb {
  /// What the user types, one word.
  std::string_view name;
  /// Its arguments as help shows them, those that may be left out in brackets: "ID [SIGNAL]".
  std::string_view arguments;
  /// What it does: a phrase without a full stop at its end.
  std::string_view summary;
  /// Its flags; they store into values that `run` owns.
  std::vector<Option> options;
  /// Where they may stand: before the arguments only, when those are for another program.
  Flags flags = Flags::Anywhere;
  /// Whether processes of a container come to see ours, so that it must run from an executable that
  /// nobody can write to (host/sealed.h).
  bool sealed = false;
  /// The exit status of hull when `run` fails. Where success passes on a process's status, another
  /// than those of most programs.
  int failure = EXIT_FAILURE;
  /// Does it and gives the exit status; prints nothing on success that wasn't asked for. Fails with
  /// the chain of attempts below "VERB 'ID'".
  std::function<Result<int>(life::Context& context, const Arguments& arguments)> run;
};

/// Each makes its verb with flags as yet untouched.
Verb checkpoint_verb();
Verb create_verb();
Verb delete_verb();
Verb events_verb();
Verb exec_verb();
Verb features_verb();
Verb kill_verb();
Verb list_verb();
Verb mounts_verb();
Verb pause_verb();
Verb ps_verb();
Verb restore_verb();
Verb resume_verb();
Verb run_verb();
Verb seccomp_verb();
Verb spec_verb();
Verb start_verb();
Verb state_verb();
Verb update_verb();
Verb wait_verb();

/// All of them, by name.
std::vector<Verb> verbs();

/// One command line, taken apart.
struct Call {
  Globals globals;
  /// None when the command is unknown or missing, or help for all was asked for.
  std::optional<Verb> verb;
  /// As many as the verb takes.
  Arguments arguments;
  /// The first thing that was wrong. The globals hold all the same, so that it can be logged.
  std::optional<Error> fault;
};

/// Takes `words` (argv without the program's name) apart; does nothing.
Call read_call(const std::vector<std::string>& words);

/// What the call was about to do, the outermost frame of its failure: "create 'web'". Needs a verb.
std::string attempt(const Call& call);

}  // namespace hull::cmd
