# SPDX-License-Identifier: Apache-2.0
# features-linux.md, NetDevices: enabled says whether network devices are moved.
. "$KIT"
must rt features
expect_equal "$(jq .linux.netDevices.enabled "$out")" true
