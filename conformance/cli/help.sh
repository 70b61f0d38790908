# SPDX-License-Identifier: Apache-2.0
# peers.md 1.1: --help succeeds and names the commands.
. "$KIT"
"$RUNTIME" --help >"$DIR/help" 2>&1 || fail '--help ends with an error'
for command in create start state kill delete list run spec; do
  grep -qw "$command" "$DIR/help" || fail "no word of '$command'"
done
