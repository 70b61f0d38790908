# SPDX-License-Identifier: Apache-2.0
# Read by test scripts. A script calls pass, fail or skip once a behaviour, and `report` at its
# end, which prints the closing line that ./check adds up and gives the exit status.

passed=0 failed=0 skipped=0

# pass SENTENCE
pass() {
  passed=$((passed + 1))
  printf 'ok %s\n' "$1"
}

# fail SENTENCE [WHAT WAS SEEN]
fail() {
  failed=$((failed + 1))
  printf 'not ok %s%s\n' "$1" "${2:+: $2}"
}

# skip SENTENCE POWER: the power is what this machine lacks.
skip() {
  skipped=$((skipped + 1))
  printf 'skip %s: %s\n' "$1" "$2"
}

report() {
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ]
}
