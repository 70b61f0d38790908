# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a runtime knows 'defaults'.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "tmpfs", options: ["defaults"]}'
args cat /proc/self/mountinfo
must run
expect_option /mnt rw
for option in nosuid nodev noexec ro; do expect_no_option /mnt $option; done
