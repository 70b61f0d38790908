# SPDX-License-Identifier: Apache-2.0
# issue 6: that the program is missing is told, and what to do.
# hull-only: the texts are ours
. "$KIT"
args sleep 1000
must run --detach
rt --criu "$tmp/none" checkpoint --image-path "$tmp/i" "$id"
expect_error "--criu '.*none': no such file or directory"
printf '#!/bin/sh\nexit 0\n' >"$tmp/criu-mute"
chmod +x "$tmp/criu-mute"
rt --criu "$tmp/criu-mute" checkpoint --image-path "$tmp/i" "$id"
expect_error 'criu ended without an answer'
printf 'nothing to execute' >"$tmp/criu-none"
chmod +x "$tmp/criu-none"
rt --criu "$tmp/criu-none" checkpoint --image-path "$tmp/i" "$id"
expect_error "execve\('.*criu-none'\): exec format error"
expect_state running
