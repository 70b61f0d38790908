# SPDX-License-Identifier: Apache-2.0
# issue 4: a profile written &NAME is added to what the runtime has, rather than put in its place.
# hull-only: a word of hull's and of later crun's
. "$KIT"
need_apparmor
echo secret >"$bundle/rootfs/secret"
apparmor_profile secretive 'deny /secret rw'
config '.process.apparmorProfile = "&" + $name' --arg name "$profile"
inside 'cat /proc/self/attr/current; cat /secret; echo end'
run
expect_match "(^|//&)$profile(//&unconfined)? "
expect_no_match secret\$
expect_line end
