# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Unified: the files of the controllers cpu and cpuset.
. "$KIT"
unified_controller cpuset
unified_controller cpu
config '.linux.resources.unified = {"cpu.max": "40000 80000", "cpu.weight": "250", "cpu.max.burst": "10000",
  "cpuset.cpus": "0", "cpuset.mems": "0"}'
must create
expect_file cpu.max '40000 80000'
expect_file cpu.weight 250
expect_file cpu.max.burst 10000
expect_file cpuset.cpus 0
expect_file cpuset.mems 0
