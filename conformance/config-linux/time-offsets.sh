# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Offset for Time Namespace: secs and nanosecs shift the named clock.
. "$KIT"
[ -e /proc/self/ns/time ] || skip 'a kernel with time namespaces'
namespace time
config '.linux.timeOffsets = {boottime: {secs: 1000000, nanosecs: 500000000}, monotonic: {secs: 2000000}}'
inside 'cut -d. -f1 /proc/uptime; cat /proc/self/timens_offsets'
must run
up=$(head -n 1 "$out")
[ "$up" -ge 1000000 ] || fail "the container has been up for $up seconds"
expect_match '^monotonic +2000000 +0$'
expect_match '^boottime +1000000 +500000000$'
