# SPDX-License-Identifier: Apache-2.0
# config-linux.md, CPU: burst is no larger than any positive quota.
. "$KIT"
controller cpu
config '.linux.resources.cpu = {quota: 50000, period: 100000, burst: 60000}'
expect_refused_create burst
