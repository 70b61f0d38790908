# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: a capability that the kernel does not know is warned of, not refused.
. "$KIT"
config '.process.capabilities |= map_values(. + ["CAP_NO_SUCH_THING"])'
inside 'echo ran'
rt --log "$tmp/log" --log-format json --debug run --bundle "$bundle" "$id"
expect_success
expect_output ran
grep -q 'CAP_NO_SUCH_THING' "$tmp/log" || fail 'no warning names it'
