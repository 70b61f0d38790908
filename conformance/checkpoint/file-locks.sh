# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: with --file-locks a lock that is held is held again; without it the container is left as it is.
. "$KIT"
checkpoints
single_calls
# 6 is LOCK_EX | LOCK_NB, and 11 EAGAIN.
inside 'exec 9>/count/lock; /bin/call flock 9 6 >/dev/null
i=0; while :; do i=$((i + 1)); echo $i >/count/new; mv /count/new /count/now; sleep 0.1; done'
must run --detach
counts_on 2
checkpoint
expect_error 'lock'
expect_state running
rm -rf "$images"
must checkpoint --file-locks
must restore --file-locks
counts_on 2
rt exec "$id" sh -c '/bin/call flock 9 6 9</count/lock'
expect_output 'errno 11'
