# SPDX-License-Identifier: Apache-2.0
# runtime.md, Lifecycle: the hooks of an ordinary user's container are run, with that user's ids.
. "$KIT"
as_user
for kind in prestart createRuntime createContainer poststart poststop; do
  hook $kind "echo $kind \$(id -u) >>$xdg/hooks"
done
hook startContainer 'echo startContainer $(id -u) >>/tmp/hooks'
args true
run
expect_success
expect_equal "$(cat "$bundle/rootfs/tmp/hooks")" 'startContainer 0'
for kind in prestart createRuntime poststart poststop; do
  grep -qx "$kind $user" "$xdg/hooks" || fail "no '$kind' by $user in '$(cat "$xdg/hooks")'"
done
grep -qx 'createContainer 0' "$xdg/hooks" || fail "no createContainer in the container's user namespace"
