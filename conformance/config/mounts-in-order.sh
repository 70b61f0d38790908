# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts: entries are mounted in the listed order: the last one on a destination is on top.
. "$KIT"
mount_entry '{destination: "/mnt", type: "tmpfs", source: "first", options: ["size=4096k"]}'
mount_entry '{destination: "/mnt/below", type: "tmpfs", source: "second"}'
mount_entry '{destination: "/mnt", type: "tmpfs", source: "third"}'
inside 'grep -o " /mnt[^ ]* .* tmpfs [a-z]*" /proc/self/mountinfo | sed "s/.* //" | tr "\n" " "; ls -A /mnt'
must run
expect_output 'first second third '
