# SPDX-License-Identifier: Apache-2.0
# config-linux.md, IntelRdt: what cannot be a group or a line is refused by its member's name, before resctrl is
# looked for.
# hull-only: the text that names the member
. "$KIT"
refuse() {
  config '.linux.intelRdt = ($rdt | fromjson)' --arg rdt "$2"
  expect_refused_create "$1"
}
refuse "/linux/intelRdt/closID: '../x' cannot name a group" '{"closID": "../x"}'
refuse "/linux/intelRdt/closID: 'info' is resctrl's own" '{"closID": "info"}'
refuse '/linux/intelRdt/closID: has more than one line' '{"closID": "a\nb"}'
refuse '/linux/intelRdt/closID must be a string' '{"closID": 7}'
refuse "/linux/intelRdt/memBwSchema: 'L3:0=f' does not start with 'MB:'" '{"memBwSchema": "L3:0=f"}'
refuse '/linux/intelRdt/memBwSchema: has more than one line' '{"memBwSchema": "MB:0=20\nMB:1=20"}'
refuse '/linux/intelRdt/schemata/1: has more than one line' '{"schemata": ["L3:0=f", "a\nb"]}'
refuse '/linux/intelRdt/enableMonitoring must be' '{"enableMonitoring": "yes"}'
