# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Default Devices: /dev/zero is there, whatever the configuration lists.
. "$KIT"
args stat -c '%F %t:%T %a' /dev/zero
must run
expect_output 'character special file 1:5 666'
