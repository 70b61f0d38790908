# SPDX-License-Identifier: Apache-2.0
# issue 4, hazards.md 1: in an ordinary user's container too no flag of a bind can be cleared, the host's or
# the config's.
# hull-only: the peers leave the config's flags open
. "$KIT"
attacks
as_user
mkdir "$tmp/one" "$tmp/two"
host_mount -t tmpfs -o mode=777 one "$tmp/one"
mount -o remount,bind,nosuid,nodev,ro "$tmp/one"
chown "$user" "$tmp/two"
mount_entry "{destination: \"/one\", source: \"$tmp/one\", options: [\"rbind\"]}"
mount_entry "{destination: \"/two\", source: \"$tmp/two\", options: [\"rbind\", \"ro\", \"nosuid\", \"nodev\"]}"
inside 'attack clear /one /two; touch /two/made; cat /proc/self/mountinfo'
run
expect_success
expect_no_match '^cleared '
for mount in /one /two; do for option in ro nosuid nodev; do expect_option "$mount" $option; done; done
[ ! -e "$tmp/two/made" ] || fail 'it was written to'
