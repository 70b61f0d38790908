# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Unified: an error for a controller that is not present.
. "$KIT"
config '.linux.resources.unified = {"nosuch.max": "1"}'
expect_refused_create nosuch
