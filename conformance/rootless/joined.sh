# SPDX-License-Identifier: Apache-2.0
# managers.md 1.4: an ordinary user's container joins namespaces that the same user has made, as those of a pod; so
# does a process that is added to it.
. "$KIT"
as_user
setpriv --reuid "$user" --regid "$user" --clear-groups unshare --user --map-root-user --net --uts sleep 1000000 &
holder=$!
holders+=("$holder")
wait_until is_elsewhere uts "$holder"
wait_until grep -q . "/proc/$holder/uid_map"
for kind in user uts; do namespace "$kind" "/proc/$holder/ns/$kind"; done
namespace network "/proc/$holder/ns/net"
config 'del(.linux.uidMappings, .linux.gidMappings, .hostname)'
args sleep 1000
must create
must rt start "$id"
for kind in user net uts; do
  expect_equal "$(readlink "/proc/$(state .pid)/ns/$kind")" "$(readlink "/proc/$holder/ns/$kind")" "the $kind namespace"
done
must rt exec "$id" id -u
expect_output 0
must rt delete --force "$id"
# With a user namespace that is joined the time namespace belongs to that.
namespace time
config '.linux.timeOffsets = {boottime: {secs: 100000}}'
inside 'cat /proc/self/timens_offsets'
run
expect_success
expect_match '^boottime +100000 +0$'
