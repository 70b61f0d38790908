# SPDX-License-Identifier: Apache-2.0
# issue 4: a device that the config lists, and that has come with a bind already, keeps the owner and the mode that
# it has on the host.
. "$KIT"
private_dev
chmod 640 /dev/null
chown 7:8 /dev/null
mkdir /dev/snd
mknod -m 600 /dev/snd/seq c 116 1
nodes=$(dev_nodes)
config '.linux.devices = [{path: "/dev/snd/seq", type: "c", major: 116, minor: 1, fileMode: 438, uid: 5, gid: 6}]'
mount_entry '{destination: "/dev/null", source: "/dev/null", options: ["bind"]}'
mount_entry '{destination: "/dev/snd", source: "/dev/snd", options: ["bind"]}'
inside 'stat -c "%t:%T" /dev/snd/seq'
must run
expect_output 74:1
expect_nodes_kept
expect_equal "$(stat -c '%a %u:%g' /dev/snd/seq)" '600 0:0' 'mode and owner of the node'
