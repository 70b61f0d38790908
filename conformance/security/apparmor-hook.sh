# SPDX-License-Identifier: Apache-2.0
# issue 4: startContainer hooks are confined as the process is, for they are the image's programs.
. "$KIT"
need_apparmor
apparmor_profile plain
config '.process.apparmorProfile = $name' --arg name "$profile"
hook startContainer 'cat /proc/self/attr/current >/tmp/hook'
args cat /proc/self/attr/current
must run
expect_output "$profile (enforce)"
expect_equal "$(cat "$bundle/rootfs/tmp/hook")" "$profile (enforce)" 'the label of the hook'
