# SPDX-License-Identifier: Apache-2.0
# peers.md 2.1: HOME is set from the container's /etc/passwd when env does not have it.
. "$KIT"
echo 'somebody:x:1000:1000::/home/somebody:/bin/sh' >>"$bundle/rootfs/etc/passwd"
config '.process.user = {uid: 1000, gid: 1000}'
inside 'echo $HOME'
must run
expect_output /home/somebody
config '.process.env += ["HOME=/own"]'
must run
expect_output /own
