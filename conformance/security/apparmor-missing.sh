# SPDX-License-Identifier: Apache-2.0
# runtime.md, Create: a profile that cannot be put on is an error; one that confines nothing is none.
. "$KIT"
[ "$(head -c 1 /sys/module/apparmor/parameters/enabled 2>/dev/null)" != Y ] || skip 'a kernel without AppArmor'
config '.process.apparmorProfile = "no-such-profile"'
expect_refused_create
! is_hull || expect_error "/process/apparmorProfile: 'no-such-profile' needs AppArmor"
config '.process.apparmorProfile = "unconfined"'
inside 'echo ran'
must run
expect_output ran
