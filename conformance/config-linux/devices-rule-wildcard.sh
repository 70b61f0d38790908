# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Allowed Device list: without major or minor a rule is about all of them.
. "$KIT"
config '.linux.devices = [{path: "/dev/a", type: "c", major: 42, minor: 1}, {path: "/dev/b", type: "b", major: 42, minor: 1}]
  | .linux.resources.devices = [{allow: false, access: "rwm"}, {allow: true, type: "c", major: 42, access: "rwm"}]'
inside 'cat /dev/a 2>&1; cat /dev/b 2>&1; echo end'
must run
expect_match '/dev/a.*No such device or address'
expect_match '/dev/b.*Operation not permitted'
