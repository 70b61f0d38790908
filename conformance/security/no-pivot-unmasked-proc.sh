# SPDX-License-Identifier: Apache-2.0
# issue 4: with --no-pivot, whose container still has the host's mounts below its root, no procfs or sysfs
# without masks can be mounted in a user namespace of its own.
. "$KIT"
config '.linux.maskedPaths = ["/proc/kcore", "/proc/keys", "/sys/firmware"]
  | .process.capabilities |= map_values(. + ["CAP_SETFCAP"] | unique)'
for type in proc sysfs; do
  inside "unshare -Urmpfn sh -c 'echo entered; mount -t $type none /mnt && echo mounted'; echo end"
  mkdir -p "$bundle/rootfs/mnt"
  must run --no-pivot
  expect_line entered
  expect_line end
  expect_no_match '^mounted'
done
