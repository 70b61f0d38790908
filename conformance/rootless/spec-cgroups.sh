# SPDX-License-Identifier: Apache-2.0
# users.md 16, CVE-2023-25809: whom spec --rootless wrote a config has cgroups of their own on the host, and the
# container cannot write to them: what it sees of cgroups is its own one, read-only, and so is all below /sys.
. "$KIT"
as_user
delegated
rm "$bundle/config.json"
cd "$bundle"
must rt spec --rootless
config '.process.terminal = false'
inside 'find /sys/fs/cgroup -type d | while read -r at; do
    mkdir "$at/made-'"$TOKEN"'" && echo "made in $at"
  done 2>&1
  awk "\$2 ~ \"^/sys(/|\$)\" { on[\$2] = \$4 } END { for (at in on) if (on[at] !~ /^ro/) print at }" /proc/mounts'
run
expect_success
expect_match 'Read-only file system'
expect_no_match '^made in '
expect_no_match '^/sys'
