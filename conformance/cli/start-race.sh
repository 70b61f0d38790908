# SPDX-License-Identifier: Apache-2.0
# runtime.md, Start: of two starts at one time one wins, and the program runs once.
. "$KIT"
inside 'echo ran; exec sleep 1000'
must create
for number in 1 2; do
  { "$RUNTIME" --root "$root" start "$id" </dev/null >/dev/null 2>&1 && echo won >>"$tmp/winners"; } &
  starters[number]=$!
done
wait "${starters[1]}" || :
wait "${starters[2]}" || :
expect_equal "$(wc -l <"$tmp/winners")" 1 'number of successful starts'
wait_until grep -q ran "$container_out"
expect_state running
expect_equal "$(grep -c ran "$container_out")" 1 'number of times the program ran'
