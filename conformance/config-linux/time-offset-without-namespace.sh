# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Offset for Time Namespace: offsets without a new time namespace cannot be applied.
. "$KIT"
config '.linux.timeOffsets = {monotonic: {secs: 5}}'
expect_refused_create timeOffsets
