# SPDX-License-Identifier: Apache-2.0
# config.md, CreateRuntime: the mount namespace was created and the mounts were made.
. "$KIT"
config '.mounts += [{destination: "/tmp", type: "tmpfs", source: "tmpfs"}]'
hook createRuntime "pid=\$(tr -d '\\n' | sed 's/.*\"pid\": *\\([0-9]*\\).*/\\1/')
  grep -c ' $bundle/rootfs/tmp .* tmpfs ' /proc/\$pid/mountinfo >'$tmp/log'"
must create
expect_equal "$(cat "$tmp/log")" 1 'number of mounts that the hook found'
