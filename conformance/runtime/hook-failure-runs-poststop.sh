# SPDX-License-Identifier: Apache-2.0
# runtime.md, Lifecycle 4, 12, 13: a container destroyed after a failed hook has its poststop hooks.
. "$KIT"
hook createRuntime 'exit 3'
hook poststop "echo poststop >'$tmp/log'"
expect_refused_create
[ -e "$tmp/log" ] || fail 'no poststop hook ran'
