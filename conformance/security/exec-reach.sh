# SPDX-License-Identifier: Apache-2.0
# users.md 2, 3 (CVE-2016-9962, CVE-2016-8649): while a process enters a container, neither it nor a descriptor
# of the host's is in reach of what runs there.
. "$KIT"
attacks
config '.root.readonly = false
  | .process.capabilities |= map_values(map(select(. != "CAP_SYS_PTRACE" and . != "CAP_SYS_ADMIN")))'
args attack reach
for kind in plain in-user-namespace; do
  [ "$kind" = plain ] || user_namespace
  rm -f "$bundle/rootfs/ended"
  must create
  must rt start "$id"
  wait_until grep -q watching "$container_out"
  for round in $(seq 100); do "$RUNTIME" --root "$root" exec "$id" true </dev/null || fail "exec $round ended with $?"; done
  touch "$bundle/rootfs/ended"
  finish
  expect_no_match '^(traced|reached)'
  must rt delete "$id"
done
