# SPDX-License-Identifier: Apache-2.0
# issue 4: containers with the same id below two state roots do not share a keyring.
. "$KIT"
process_tool
"$process" keyring | grep -q '^keyring;' || skip 'a kernel with keys'
inside 'process add-key first && echo added && sleep 1000000'
create
must rt start "$id"
wait_until grep -q added "$container_out"
new_bundle "$tmp/second"
cp "$process" "$tmp/second/rootfs/bin/"
bundle=$tmp/second
config '.linux.cgroupsPath += "-second"'
inside 'process has-key first && echo found; process add-key second && process has-key second && echo own'
root=$tmp/state
mkdir "$root"
run
root=$DIR/state
expect_no_match found
expect_line own
