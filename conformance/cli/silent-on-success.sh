# SPDX-License-Identifier: Apache-2.0
# managers.md 0: no word on stderr, nor on stdout, when all is well: for each verb of a life.
. "$KIT"
args sleep 1000
for call in "create --bundle $bundle $id" "start $id" "kill $id KILL"; do
  # shellcheck disable=SC2086 # words are meant
  must rt $call
  [ ! -s "$err" ] || fail "'$call' says '$(cat "$err")'"
  [ ! -s "$out" ] || fail "'$call' prints '$(cat "$out")'"
done
wait_state stopped
must rt state "$id"
[ ! -s "$err" ] || fail "state says '$(cat "$err")'"
must rt delete "$id"
[ ! -s "$err$out" ] || fail "delete says '$(cat "$err" "$out")'"
