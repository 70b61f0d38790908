# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime knows 'lazytime' and 'nolazytime', as mount(8) does; of the two, the last one counts.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs", options: ["lazytime"]}'
args cat /proc/self/mountinfo
must run
expect_option /mnt lazytime
config '.mounts[-1].options += ["nolazytime"]'
must run
expect_no_option /mnt lazytime
