# SPDX-License-Identifier: Apache-2.0
# users.md 26: where a sysctl keeps an ordinary user from a namespace, the error names it.
# hull-only: the peers say what the kernel says
. "$KIT"
as_user
config '.linux.uidMappings[].hostID = 0 | .linux.gidMappings[].hostID = 0'
for kind in user ipc; do
  RUNTIME=$program
  # In a user namespace of its own, where the setting is nobody else's.
  # shellcheck disable=SC2016 # for the inner shell
  under setpriv --reuid "$user" --regid "$user" --clear-groups unshare --user --map-root-user \
    env XDG_RUNTIME_DIR="$xdg" sh -c 'echo 0 >"/proc/sys/user/max_$0_namespaces" && exec "$@"' "$kind"
  expect_refused_create "no space left on device; sysctl user.max_${kind}_namespaces is 0: it must be raised"
done
