# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Allowed Device list, and config.md, Valid values: type is a, b or c; access of r, w, m.
. "$KIT"
config '.linux.resources.devices = [{allow: true, type: "x", access: "rwm"}]'
expect_refused_create
config '.linux.resources.devices = [{allow: true, type: "c", access: "rx"}]'
expect_refused_create
