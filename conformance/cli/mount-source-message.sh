# SPDX-License-Identifier: Apache-2.0
# issue 2 "bad input": an unreadable source names the mount and the errno.
# hull-only: the peers tell no pointer
. "$KIT"
mount_entry '{destination: "/data", source: "/no/such/source", options: ["bind"]}'
expect_refused_create '/mounts/5.*/no/such/source.*no such file or directory'
