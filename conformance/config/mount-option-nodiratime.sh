# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime knows 'nodiratime' and 'diratime', as mount(8) does; of the two, the last one counts.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs", options: ["nodiratime"]}'
args cat /proc/self/mountinfo
must run
expect_option /mnt nodiratime
config '.mounts[-1].options += ["diratime"]'
must run
expect_no_option /mnt nodiratime
