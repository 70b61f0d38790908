# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: the profile holds in a user namespace too.
. "$KIT"
need_apparmor
echo secret >"$bundle/rootfs/secret"
apparmor_profile secretive 'deny /secret rw'
user_namespace
config '.process.apparmorProfile = $name' --arg name "$profile"
inside 'cat /proc/self/attr/current; cat /secret; echo end'
run
expect_output "$profile (enforce)
end"
