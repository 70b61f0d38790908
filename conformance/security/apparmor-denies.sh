# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: what the profile denies the process cannot do, and what it starts neither.
. "$KIT"
need_apparmor
echo secret >"$bundle/rootfs/secret"
echo open >"$bundle/rootfs/open"
apparmor_profile secretive 'deny /secret rw'
config '.process.apparmorProfile = $name' --arg name "$profile"
inside 'cat /open; cat /secret; sh -c "cat /secret"; echo end'
run
expect_output 'open
end'
