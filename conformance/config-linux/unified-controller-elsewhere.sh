# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Unified: an error for a controller that cannot be enabled, as it is on v1.
. "$KIT"
controller memory
[ "$version" = v1 ] || skip 'a memory controller on v1'
config '.linux.resources.unified = {"memory.high": "50331648"}'
expect_refused_create memory
! is_hull || expect_error "memory controller is not available on the v2 hierarchy; it is on v1 at $hierarchy"
