# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: only a container that runs can be dumped.
# hull-only: the texts are ours
. "$KIT"
rt checkpoint "$TOKEN-none"
expect_error 'container does not exist'
args sleep 1000
must create
rt checkpoint "$id"
expect_error 'container not running: it is created'
must rt start "$id"
must rt kill "$id" KILL
wait_state stopped
rt checkpoint "$id"
expect_error 'container not running: it is stopped'
# The id of a container that there is.
mkdir "$tmp/images"
rt restore --bundle "$bundle" --image-path "$tmp/images" "$id"
expect_error 'already exists'
rt restore --bundle "$bundle" --image-path "$tmp/none" "$TOKEN-2"
expect_error "--image-path: .*none"
