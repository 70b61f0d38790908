# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Offset for Time Namespace, and config.md, Valid values: another clock is an error.
# hull-only: runc 1.1.5 and crun 1.8.1 have no time namespaces
. "$KIT"
namespace time
config '.linux.timeOffsets = {realtime: {secs: 5}}'
expect_refused_create realtime
