# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Offset for Time Namespace: secs may be negative.
. "$KIT"
[ -e /proc/self/ns/time ] || skip 'a kernel with time namespaces'
namespace time
config '.linux.timeOffsets = {monotonic: {secs: -5}}'
args cat /proc/self/timens_offsets
must run
expect_match '^monotonic +-5 +0$'
