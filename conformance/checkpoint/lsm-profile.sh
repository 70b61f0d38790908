# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: the profile of AppArmor is that of before, or that of --lsm-profile.
. "$KIT"
checkpoints
need_apparmor
apparmor_profile second
second=$profile
apparmor_profile first
config '.process.apparmorProfile = $name' --arg name "$profile"
must run --detach
counts_on 2
must checkpoint --leave-running
must rt delete --force "$id"
must restore
expect_equal "$(cat "/proc/$(state .pid)/attr/current")" "$profile (enforce)" 'the profile of before'
must rt delete --force "$id"
must restore --lsm-profile "apparmor:$second"
expect_equal "$(cat "/proc/$(state .pid)/attr/current")" "$second (enforce)" 'the profile asked for'
