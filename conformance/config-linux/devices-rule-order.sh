# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Allowed Device list: rules are applied in the listed order: a later one prevails.
. "$KIT"
config '.linux.devices = [{path: "/dev/a", type: "c", major: 42, minor: 1}]
  | .linux.resources.devices = [{allow: false, access: "rwm"},
    {allow: true, type: "c", major: 42, minor: 1, access: "rwm"},
    {allow: false, type: "c", major: 42, minor: 1, access: "rwm"}]'
inside 'cat /dev/a 2>&1; echo end'
must run
expect_match 'Operation not permitted'
config '.linux.resources.devices += [{allow: true, type: "c", major: 42, minor: 1, access: "rwm"}]'
must run
expect_match 'No such device or address'
