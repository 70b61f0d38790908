# SPDX-License-Identifier: Apache-2.0
# runtime.md, Lifecycle 9, 12, 13: a container destroyed after a failed poststart hook is gone, and
# has its poststop hooks.
. "$KIT"
hook poststart 'exit 3'
hook poststop "echo poststop >'$tmp/log'"
args sleep 1000
must create
rt start "$id"
expect_error
rt delete --force "$id"
[ -e "$tmp/log" ] || fail 'no poststop hook ran'
expect_nothing_left
