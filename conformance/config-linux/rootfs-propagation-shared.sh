# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Rootfs Mount Propagation: 'shared': the root is in a peer group.
. "$KIT"
config '.linux.rootfsPropagation = "shared"'
args cat /proc/self/mountinfo
must run
[[ $(tagged /) == *shared:* ]] || fail "tags are '$(tagged /)'"
