# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Default Devices: /dev/tty is there, whatever the configuration lists.
. "$KIT"
args stat -c '%F %t:%T %a' /dev/tty
must run
expect_output 'character special file 5:0 666'
