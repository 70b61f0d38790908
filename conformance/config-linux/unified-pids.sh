# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Unified: the controller pids.
. "$KIT"
unified_controller pids
config '.linux.resources.unified = {"pids.max": "77"}'
must create
expect_file pids.max 77
