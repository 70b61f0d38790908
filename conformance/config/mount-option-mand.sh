# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime may know 'mand' and 'nomand', as mount(8) does; of the two, the last one counts.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs", options: ["mand"]}'
args cat /proc/self/mountinfo
must run
expect_match ' /mnt .* tmpfs '
config '.mounts[-1].options += ["nomand"]'
must run
expect_match ' /mnt .* tmpfs '
