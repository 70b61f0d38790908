# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Default Devices: /dev/full is there, whatever the configuration lists.
. "$KIT"
args stat -c '%F %t:%T %a' /dev/full
must run
expect_output 'character special file 1:7 666'
