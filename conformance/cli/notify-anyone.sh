# SPDX-License-Identifier: Apache-2.0
# peers.md 3.2: NOTIFY_SOCKET: in a user namespace, for another user, on a read-only root, with an abstract socket of the host's.
. "$KIT"
service_manager "@$TOKEN"
user_namespace
config '.process.user = {uid: 1000, gid: 1000} | .root.readonly = true'
inside 'notify send READY=1; touch "${NOTIFY_SOCKET%/*}/x" 2>/dev/null && echo written; sleep 100000'
must run --detach
expect_equal "$(times READY=1)" 1 'READY=1'
expect_equal "$(times "MAINPID=$(state .pid)")" 1 'MAINPID of init'
expect_output ''
