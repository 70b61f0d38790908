# SPDX-License-Identifier: Apache-2.0
# config-linux.md, CPU: cpus and mems.
. "$KIT"
controller cpuset
config '.linux.resources.cpu = {cpus: "0", mems: "0"}'
args grep -E '^(Cpus|Mems)_allowed_list' /proc/self/status
must run
expect_match '^Cpus_allowed_list:\s0$'
expect_match '^Mems_allowed_list:\s0$'
