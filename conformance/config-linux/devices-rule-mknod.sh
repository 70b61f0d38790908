# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Allowed Device list: access 'm' is about making nodes.
. "$KIT"
config '.linux.resources.devices = [{allow: false, access: "rwm"}, {allow: true, type: "b", major: 42, minor: 1, access: "m"}]'
inside 'mknod /tmp/a b 42 1 && stat -c %F /tmp/a'
must run
expect_output 'block special file'
