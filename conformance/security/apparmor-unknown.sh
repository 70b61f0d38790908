# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: a profile that is not loaded is an error, at create, and leaves nothing.
. "$KIT"
need_apparmor
config '.process.apparmorProfile = $name' --arg name "$TOKEN-nothing"
inside 'touch /ran'
expect_refused_create "$TOKEN-nothing|apparmor"
[ ! -e "$bundle/rootfs/ran" ] || fail 'the program ran'
! is_hull || expect_error "/process/apparmorProfile '$TOKEN-nothing': write \`/proc/self/attr/apparmor/exec\`: no profile of that name is loaded\$"
