# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Allowed Device list: access is about reading (r) and writing (w) apart.
. "$KIT"
config '.linux.devices = [{path: "/dev/a", type: "c", major: 42, minor: 1}]
  | .linux.resources.devices = [{allow: false, access: "rwm"}, {allow: true, type: "c", major: 42, minor: 1, access: "r"}]'
inside 'cat /dev/a 2>&1; (echo x >/dev/a) 2>&1; echo end'
must run
expect_match 'cat.*No such device or address'
expect_match '(create|open).*/dev/a.*Operation not permitted'
