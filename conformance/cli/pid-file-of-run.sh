# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: run --detach writes the pid file too.
. "$KIT"
args sleep 1000
must run --detach --pid-file "$tmp/pid"
expect_equal "$(cat "$tmp/pid")" "$(state .pid)" 'the file'
