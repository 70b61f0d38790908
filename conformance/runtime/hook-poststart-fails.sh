# SPDX-License-Identifier: Apache-2.0
# runtime.md, Lifecycle 9: a failing poststart hook fails start, and the container is stopped.
. "$KIT"
hook poststart 'exit 3'
args sleep 1000
must create
pid=$(state .pid)
rt start "$id"
expect_error
wait_until gone "$pid"
