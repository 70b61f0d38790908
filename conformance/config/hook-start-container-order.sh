# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks: startContainer hooks too run in the order of the list.
. "$KIT"
for number in 1 2 3; do hook startContainer "echo $number >>/tmp/log"; done
inside 'cat /tmp/log'
must run
expect_output '1
2
3'
