# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime knows 'noexec' and 'exec', as mount(8) does; of the two, the last one counts.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs", options: ["noexec"]}'
args cat /proc/self/mountinfo
must run
expect_option /mnt noexec
config '.mounts[-1].options += ["exec"]'
must run
expect_no_option /mnt noexec
