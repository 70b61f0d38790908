# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: nothing of the caller's environment reaches the process; HOME is its user's.
. "$KIT"
echo 'bob:x:1000:1000::/home/of/bob:/bin/sh' >"$bundle/rootfs/etc/passwd"
args /bin/sleep 1000
must create
must rt start "$id"
export OF_THE_CALLER=1 HOME=/home/of/caller
must rt exec --user 1000:1000 "$id" env
expect_no_match OF_THE_CALLER
expect_line HOME=/home/of/bob
