# SPDX-License-Identifier: Apache-2.0
# runtime.md, Lifecycle 13: a failing poststop hook is only warned of; the rest goes on.
. "$KIT"
hook poststop 'exit 3'
hook poststop "echo second >'$tmp/log'"
inside :
must create
must rt start "$id"
wait_state stopped
must rt delete "$id"
[ "$(cat "$tmp/log")" = second ] || fail 'the next poststop hook did not run'
expect_nothing_left
