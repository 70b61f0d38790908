# SPDX-License-Identifier: Apache-2.0
# managers.md 0: the pid file holds the decimal pid and no newline.
. "$KIT"
args sleep 1000
must create --pid-file "$tmp/pid"
expect_equal "$(od -An -c "$tmp/pid" | tr -dc '0-9n\\')" "$(state .pid)" 'the file'
