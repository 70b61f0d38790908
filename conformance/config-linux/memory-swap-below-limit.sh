# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory, and runtime.md, Create: memory and swap together cannot be less than memory.
. "$KIT"
controller memory
config '.linux.resources.memory = {limit: 67108864, swap: 33554432}'
expect_refused_create
