# SPDX-License-Identifier: Apache-2.0
# issue 4: what a confined runtime starts is confined by both profiles.
# hull-only: Debian's peers leave the caller's profile behind
. "$KIT"
need_apparmor
command -v aa-exec >/dev/null || skip 'aa-exec of the package apparmor'
echo one >"$bundle/rootfs/one"
echo two >"$bundle/rootfs/two"
apparmor_profile inner 'deny /one rw'
config '.process.apparmorProfile = $name' --arg name "$profile"
apparmor_profile outer 'deny /two rw'
inside 'cat /proc/self/attr/current; cat /one; cat /two; echo end'
under aa-exec -p "$profile" --
run
expect_match "$TOKEN-inner.*//&|//&.*$TOKEN-inner"
expect_match "$TOKEN-outer"
expect_no_match '^(one|two)$'
expect_line end
