# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime knows 'relatime' and 'norelatime', as mount(8) does; of the two, the last one counts.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs", options: ["relatime"]}'
args cat /proc/self/mountinfo
must run
expect_option /mnt relatime
config '.mounts[-1].options += ["norelatime"]'
must run
expect_match ' /mnt .* tmpfs '
