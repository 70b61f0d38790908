# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Network, and runtime.md, Create: no priority for an interface that is not there.
. "$KIT"
legacy_hierarchy net_prio
config '.linux.resources.network.priorities = [{name: "nosuch0", priority: 7}]'
expect_refused_create
