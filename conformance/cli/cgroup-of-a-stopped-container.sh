# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Control groups: the cgroup of a container that has ended is empty, but still its own:
# deleting it would take the cgroup from another.
# hull-only: the peers take the cgroup
# cgroupfs-only: systemd removes the cgroup of a container that has ended
. "$KIT"
args true
must create
must rt start "$id"
wait_state stopped
new_bundle "$DIR/other"
rt create --bundle "$DIR/other" "$id-other"
expect_error "is that of container '$id'; delete '$id' first"
[ ! -e "$root/$id-other" ] || fail 'a state directory is left'
must rt delete "$id"
must rt create --bundle "$DIR/other" "$id-other"
must rt delete --force "$id-other"
