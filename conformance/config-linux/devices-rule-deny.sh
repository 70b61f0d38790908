# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Allowed Device list: what is denied after all was allowed may not be opened; the rest may.
. "$KIT"
config '.linux.devices = [{path: "/dev/a", type: "c", major: 42, minor: 1}, {path: "/dev/b", type: "c", major: 42, minor: 2}]
  | .linux.resources.devices = [{allow: true, access: "rwm"}, {allow: false, type: "c", major: 42, minor: 2, access: "rw"}]'
inside 'cat /dev/a 2>&1; cat /dev/b 2>&1; echo end'
must run
expect_match '/dev/a.*No such device or address'
expect_match '/dev/b.*Operation not permitted'
