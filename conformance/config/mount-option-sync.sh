# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime knows 'sync' and 'async', as mount(8) does; of the two, the last one counts.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs", options: ["sync"]}'
args cat /proc/self/mountinfo
must run
expect_option /mnt sync
config '.mounts[-1].options += ["async"]'
must run
expect_no_option /mnt sync
