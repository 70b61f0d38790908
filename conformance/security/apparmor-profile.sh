# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: apparmorProfile is the profile of the process, with noNewPrivileges and
# without.
. "$KIT"
need_apparmor
apparmor_profile plain
config '.process.apparmorProfile = $name' --arg name "$profile"
args cat /proc/self/attr/current
for no_new_privileges in true false; do
  config ".process.noNewPrivileges = $no_new_privileges"
  must run
  expect_output "$profile (enforce)"
done
