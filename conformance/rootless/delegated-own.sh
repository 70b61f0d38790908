# SPDX-License-Identifier: Apache-2.0
# managers.md 1.4: an ordinary user's container that names no cgroup gets one below its caller's own, if that is
# delegated to them; with limits only where the controllers are, which the refusal says.
# hull-only: the peers make none
. "$KIT"
as_user
delegated
inside 'cat /proc/self/cgroup'
run
expect_success
expect_line "0::$home/own/$id"
config "$limit"
expect_refused_create "controller is not enabled for '$home/own/$id': '$home/own' has processes of its own"
config '.linux.cgroupsPath = $path' --arg path "/$TOKEN-other"
expect_refused_create "/linux/cgroupsPath: cgroup '/' is not the caller's to make cgroups in"
