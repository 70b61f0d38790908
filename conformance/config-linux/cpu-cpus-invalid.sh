# SPDX-License-Identifier: Apache-2.0
# config-linux.md, CPU, and runtime.md, Create: CPUs that do not exist cannot be given: an error.
. "$KIT"
controller cpuset
config '.linux.resources.cpu.cpus = "4095"'
expect_refused_create
