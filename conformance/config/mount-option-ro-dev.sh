# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: a /dev that is 'ro' has its devices all the same.
. "$KIT"
config '.mounts |= map(if .destination == "/dev" then .options += ["ro"] else . end)'
inside 'stat -c "%t:%T" /dev/null; echo x >/dev/file && echo written; cat /proc/self/mountinfo'
must run
expect_option /dev ro
expect_line 1:3
expect_no_match '^written'
