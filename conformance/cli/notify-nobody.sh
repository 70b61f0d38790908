# SPDX-License-Identifier: Apache-2.0
# peers.md 3.2: NOTIFY_SOCKET: where nobody listens, start fails before the program runs.
# hull-only: runc fails when the container says that it is ready, crun never
. "$KIT"
export NOTIFY_SOCKET=$tmp/nobody
args sleep 100000
must create
rt start "$id"
expect_error "NOTIFY_SOCKET: connect\('$tmp/nobody'\): no such file or directory"
expect_state created
