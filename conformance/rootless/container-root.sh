# SPDX-License-Identifier: Apache-2.0
# users.md 26: root of a user namespace, without power over the host, runs a container with another user
# namespace and one without.
. "$KIT"
as_user
RUNTIME=$program
under setpriv --reuid "$user" --regid "$user" --clear-groups unshare --user --map-root-user --mount \
  env XDG_RUNTIME_DIR="$xdg"
config '.linux.uidMappings[].hostID = 0 | .linux.gidMappings[].hostID = 0'
inside 'id -u; stat -c %t:%T /dev/null'
run
expect_success
expect_equal "$(xargs <"$out")" '0 1:3'
without_namespace user
config 'del(.linux.uidMappings, .linux.gidMappings)'
run
expect_success
expect_equal "$(xargs <"$out")" '0 1:3'
