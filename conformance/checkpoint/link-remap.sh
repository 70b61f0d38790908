# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: with --link-remap an open file that has lost its name, but not its last link, is open again.
. "$KIT"
checkpoints 'echo kept >/tmp/one; ln /tmp/one /tmp/other; exec 9</tmp/one; rm /tmp/one'
must run --detach
counts_on 2
checkpoint
expect_error 'link'
expect_state running
rm -rf "$images"
must checkpoint --link-remap
must restore
counts_on 2
must rt exec "$id" cat /proc/1/fd/9
expect_output kept
