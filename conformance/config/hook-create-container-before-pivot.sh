# SPDX-License-Identifier: Apache-2.0
# config.md, CreateContainer: called before pivot_root, and after the mounts: the hook finds them
# below the root filesystem's path on the host.
. "$KIT"
config '.mounts += [{destination: "/tmp", type: "tmpfs", source: "tmpfs"}]'
hook createContainer "[ -e '$bundle/config.json' ] && echo before >>'$tmp/log'
  grep -q ' $bundle/rootfs/tmp .* tmpfs ' /proc/self/mountinfo && echo mounted >>'$tmp/log'"
must create
expect_equal "$(paste -sd' ' "$tmp/log")" 'before mounted' 'what the hook found'
