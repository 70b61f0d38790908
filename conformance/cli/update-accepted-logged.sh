# SPDX-License-Identifier: Apache-2.0
# users.md 17: update --debug logs what the kernel made of a value: memory in whole pages.
# hull-only: the text is ours
. "$KIT"
controller memory
must create
page=$(getconf PAGESIZE)
must rt --debug update --memory $((67108864 + 1)) "$id"
expect_limit memory.limit_in_bytes 67108864 memory.max 67108864
grep -q "$((67108864 + 1)), which the kernel made $((67108864 / page * page))" "$err" || fail "the log is $(cat "$err")"
