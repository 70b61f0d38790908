# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Offset for Time Namespace: an ordinary user's container has its own clocks.
. "$KIT"
as_user
[ -e /proc/self/timens_offsets ] || skip 'time namespaces'
namespace time
config '.linux.timeOffsets = {monotonic: {secs: 100000}, boottime: {secs: 100000}}'
inside 'cat /proc/self/timens_offsets; cut -d. -f1 /proc/uptime'
run
expect_success
expect_match '^monotonic +100000 +0$'
