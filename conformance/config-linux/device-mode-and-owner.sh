# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Devices: fileMode, uid and gid are the node's, whatever the umask is.
. "$KIT"
umask 077
config '.linux.devices = [{path: "/dev/own", type: "c", major: 42, minor: 7, fileMode: 438, uid: 12, gid: 34},
  {path: "/dev/other", type: "c", major: 42, minor: 8, fileMode: 384}]'
args stat -c '%a %u:%g' /dev/own /dev/other
must run
expect_output '666 12:34
600 0:0'
