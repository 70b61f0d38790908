# SPDX-License-Identifier: Apache-2.0
# runtime.md, Create: of two creates of one id at one time one wins, and the other leaves nothing.
. "$KIT"
args sleep 1000
new_bundle "$DIR/second"
jq --arg path "$cgroups_path-second" '.linux.cgroupsPath = $path' "$bundle/config.json" >"$DIR/second/config.json"
for path in "$bundle" "$DIR/second"; do
  { "$RUNTIME" --root "$root" create --bundle "$path" "$id" </dev/null >/dev/null 2>&1 && echo "$path" >>"$tmp/winners"; } &
  creators+=($!)
done
wait "${creators[0]}" || :
wait "${creators[1]}" || :
expect_equal "$(wc -l <"$tmp/winners")" 1 'number of successful creates'
expect_equal "$(state .bundle)" "$(cat "$tmp/winners")" 'bundle of the container'
must rt delete --force "$id"
expect_nothing_left
