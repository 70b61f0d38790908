# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Offset for Time Namespace, and config.md, Valid values: another clock is an error.
# hull-only: the peers pass a clock they do not know by
. "$KIT"
namespace time
config '.linux.timeOffsets = {realtime: {secs: 5}}'
expect_refused_create realtime
