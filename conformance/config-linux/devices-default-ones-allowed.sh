# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Default Devices, with a deny-all rule: the default devices can still be used.
. "$KIT"
config '.linux.resources.devices = [{allow: false, access: "rwm"}]'
inside 'echo x >/dev/null && dd if=/dev/zero bs=1 count=1 2>/dev/null | wc -c'
must run
expect_output 1
