# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Sysctl: kernel parameters of the IPC namespace.
. "$KIT"
config '.linux.sysctl = {"kernel.msgmax": "12345", "fs.mqueue.msg_max": "17"}'
inside 'cat /proc/sys/kernel/msgmax /proc/sys/fs/mqueue/msg_max'
must run
expect_output '12345
17'
