# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Default Devices: another user than root can use them too.
. "$KIT"
config '.process.user = {uid: 1000, gid: 1000}'
inside 'echo lost >/dev/null && dd if=/dev/zero bs=1 count=1 2>/dev/null | wc -c'
must run
expect_output 1
