# SPDX-License-Identifier: Apache-2.0
# issue 4: where nodes cannot be made and the host's are bound, they can be used for all that they are for, and not
# be changed: read-only, nosuid, noexec; by the root of a user namespace that has the host's root, and who may mount.
. "$KIT"
private_dev
config '.linux.namespaces += [{type: "user"}] | .linux.uidMappings = [{containerID: 0, hostID: 0, size: 65536}]
  | .linux.gidMappings = .linux.uidMappings
  | .process.capabilities |= map_values(. + ["CAP_CHOWN", "CAP_FOWNER", "CAP_DAC_OVERRIDE", "CAP_SYS_ADMIN"] | unique)
  | .linux.devices = [{path: "/dev/kmsg", type: "c", major: 1, minor: 11}]'
attacks
inside 'cat /proc/self/mountinfo
  echo lost >/dev/null && head -c 3 /dev/zero | wc -c
  for node in null zero full random urandom tty kmsg; do
    attack clear /dev/$node
    mount -o remount,bind,rw /dev/$node
    chown 1:1 /dev/$node; touch -d "2001-02-03 04:05" /dev/$node; chmod 000 /dev/$node
  done 2>/dev/null
  echo lost >/dev/null && echo used'
run
expect_success
for node in null zero full random urandom tty kmsg; do
  for option in ro nosuid noexec; do expect_option "/dev/$node" "$option"; done
done
expect_no_match '^cleared'
expect_line 3
expect_line used
expect_nodes_kept
