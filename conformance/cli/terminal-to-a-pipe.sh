# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: what a container with a terminal writes in the foreground goes to a file or pipe without carriage
# returns; to a terminal it goes with them.
. "$KIT"
config '.process.terminal = true'
inside 'echo one; echo two'
must run
expect_output 'one
two'
terminal "$RUNTIME" --root "$root" run --bundle "$bundle" "$id"
expect_success
grep -q "one$(printf '\r')" "$out.raw" || fail "no carriage return in '$(cat "$out.raw")'"
