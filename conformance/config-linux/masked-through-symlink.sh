# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Masked Paths: the path is the container's: a link does not lead out of it.
. "$KIT"
mkdir "$tmp/outside"
echo kept >"$tmp/outside/file"
ln -s "$tmp/outside" "$bundle/rootfs/link"
config '.linux.maskedPaths = ["/link/file", "/link"]'
inside 'echo ran'
run
expect_equal "$(cat "$tmp/outside/file")" kept 'the file of the host'
! grep -q " $tmp/outside" /proc/self/mountinfo || fail 'the mask is on the host'
