# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: with --file-locks a lock that is held is held again; without it the container is left as it is.
. "$KIT"
# 6 is LOCK_EX | LOCK_NB, and 11 EAGAIN.
checkpoints 'exec 9>/count/lock; /bin/call flock 9 6 >/dev/null'
single_calls
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
