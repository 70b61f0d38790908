# SPDX-License-Identifier: Apache-2.0
# config.md, POSIX-platform User: uid and gid are those of the container's namespace.
. "$KIT"
config '.process.user = {uid: 1000, gid: 2000}'
inside 'id -u; id -g; id -G'
must run
expect_output '1000
2000
2000'
