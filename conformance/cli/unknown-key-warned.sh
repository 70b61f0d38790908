# SPDX-License-Identifier: Apache-2.0
# issue 2 "bad input": an unknown key is warned of at level warning, with the nearest known name, and
# at the default level not at all.
# hull-only: the peers do not look
. "$KIT"
config '.process.capabilites = {} | .linux.maskedPath = []'
must rt --log "$tmp/quiet" --log-format json create --bundle "$bundle" "$id"
[ ! -s "$tmp/quiet" ] && [ ! -s "$err" ] || fail "it is not quiet: $(cat "$tmp/quiet" "$err")"
must rt delete --force "$id"
must rt --log "$tmp/log" --log-format json --log-level warning create --bundle "$bundle" "$id"
grep 'capabilites' "$tmp/log" | grep -q 'capabilities' || fail "the log is '$(cat "$tmp/log")'"
grep '"warning"' "$tmp/log" | grep -q maskedPaths || fail "the log is '$(cat "$tmp/log")'"
