# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: the container's own network is in the images, but for --empty-ns network, which leaves it to others.
. "$KIT"
checkpoints 'ip link set lo up'
config '.process.capabilities |= map_values(. + ["CAP_NET_ADMIN"])'
is_up() { must rt exec "$id" ip link show lo; grep -q "[<,]UP[,>]" "$out"; }
must run --detach
counts_on 1
must checkpoint --leave-running
must checkpoint --leave-running --image-path "$tmp/without" --empty-ns network
must rt delete --force "$id"
must restore
is_up || fail "lo of the images is down"
must rt delete --force "$id"
images=$tmp/without
must restore --empty-ns network
counts_on 1
! is_up || fail "lo of an empty namespace is up"
