# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: the profile is that of a process of another user, without capabilities, too.
. "$KIT"
need_apparmor
apparmor_profile plain
config '.process.apparmorProfile = $name | .process.user = {uid: 1000, gid: 1000}
      | .process.capabilities = {}' --arg name "$profile"
args cat /proc/self/attr/current
must run
expect_output "$profile (enforce)"
