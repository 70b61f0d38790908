# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Default Devices: an ordinary user, who cannot make them, gets those of the host.
. "$KIT"
as_user
config '.linux.devices = [{path: "/dev/zero", type: "c", major: 1, minor: 5, fileMode: 438, uid: 0, gid: 0}]'
inside 'for node in null zero full random urandom tty; do stat -c "%n %t:%T" /dev/$node; done
  head -c 4 /dev/zero | wc -c; echo > /dev/null && echo written; readlink /dev/ptmx'
run
expect_success
for node in 'null 1:3' 'zero 1:5' 'full 1:7' 'random 1:8' 'urandom 1:9' 'tty 5:0'; do expect_line "/dev/$node"; done
expect_line 4
expect_line written
