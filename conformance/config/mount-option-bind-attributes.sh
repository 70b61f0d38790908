# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a bind mount has the attributes asked for, its source keeps its own.
. "$KIT"
host_tree
mount_entry "{destination: \"/mnt\", source: \"$tmp/tree\",
  options: [\"bind\", \"nosuid\", \"nodev\", \"noexec\", \"noatime\"]}"
args cat /proc/self/mountinfo
must run
for option in nosuid nodev noexec noatime; do expect_option /mnt $option; done
! grep " $tmp/tree " /proc/self/mountinfo | grep -q noexec || fail 'the source has changed'
