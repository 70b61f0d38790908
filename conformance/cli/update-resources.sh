# SPDX-License-Identifier: Apache-2.0
# managers.md 2: update takes a LinuxResources document from a file or standard input, however the flag is written.
. "$KIT"
controller pids
must create
limit() { echo "{\"pids\": {\"limit\": $1}}" >"$tmp/r.json"; }
limit 11
must rt update --resources="$tmp/r.json" "$id"
expect_limit pids.max 11 pids.max 11
limit 12
must rt update -r "$tmp/r.json" "$id"
expect_limit pids.max 12 pids.max 12
limit 13
"$RUNTIME" --root "$root" update --resources - "$id" <"$tmp/r.json"
expect_limit pids.max 13 pids.max 13
limit 14
"$RUNTIME" --root "$root" update --resources=- "$id" <"$tmp/r.json"
expect_limit pids.max 14 pids.max 14
