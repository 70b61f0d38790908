# SPDX-License-Identifier: Apache-2.0
# config-linux.md, CPU: cpus and mems hold below parents that are made for it.
# cgroupfs-only: its cgroupsPath is a path
. "$KIT"
controller cpuset
config '.linux.resources.cpu = {cpus: "0", mems: "0"} | .linux.cgroupsPath = $path' --arg path "/$TOKEN/a/b"
must create
expect_file cpuset.cpus 0
expect_file cpuset.mems 0
