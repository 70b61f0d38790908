# SPDX-License-Identifier: Apache-2.0
# config.md, POSIX-platform User: umask is the program's umask.
. "$KIT"
config '.process.user.umask = 63'
inside 'umask; touch /tmp/file; stat -c %a /tmp/file'
must run
expect_output '0077
600'
