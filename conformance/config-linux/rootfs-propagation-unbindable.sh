# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Rootfs Mount Propagation: 'unbindable': the root cannot be bound elsewhere.
. "$KIT"
config '.linux.rootfsPropagation = "unbindable"'
inside 'mount -o bind / /mnt 2>/dev/null && echo bound; cat /proc/self/mountinfo'
must run
[[ $(tagged /) == *unbindable* ]] || fail "tags are '$(tagged /)'"
expect_no_match '^bound'
