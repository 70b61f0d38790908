# SPDX-License-Identifier: Apache-2.0
# config-linux.md, IntelRdt: with intelRdt, but no resctrl filesystem mounted, create is an error.
. "$KIT"
! grep -q resctrl /proc/mounts || skip 'a host without a mounted resctrl filesystem'
config '.linux.intelRdt = {closID: "group"}'
expect_refused_create
