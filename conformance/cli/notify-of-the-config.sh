# SPDX-License-Identifier: Apache-2.0
# managers.md 0: who sets NOTIFY_SOCKET in process.env answers for it: nothing is mounted, and run --detach does not wait.
# hull-only: the peers set the variable once more, and wait
. "$KIT"
service_manager "$tmp/manager"
config '.process.env += ["NOTIFY_SOCKET=/run/other"]'
inside 'echo "$NOTIFY_SOCKET"; ls /run; sleep 100000'
must run --detach
wait_until test -s "$out"
expect_output /run/other
expect_equal "$(times READY=1)" 0 'READY=1'
