# SPDX-License-Identifier: Apache-2.0
# users.md 26: limits without a cgroup to put them in are refused, with the field and what to do; so is a cgroup
# that is named and cannot be made.
# hull-only: the peers name a file
. "$KIT"
as_user
config '.linux.resources.pids.limit = 20'
expect_refused_create "/linux/resources/pids/limit: needs a cgroup, and .*; have one delegated"
config '.linux.resources = {devices: [{allow: false, access: "rwm"}]} | .linux.cgroupsPath = $path' --arg path "/$TOKEN"
expect_refused_create "/linux/cgroupsPath: cgroup '/' is not the caller's to make cgroups in: permission denied"
config 'del(.linux.cgroupsPath)'
args true
run
expect_success
