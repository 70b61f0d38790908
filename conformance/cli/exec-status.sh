# SPDX-License-Identifier: Apache-2.0
# peers.md 1.2: the status of the process is exec's own: 128 + N for signal N, 255 when none ran.
. "$KIT"
args /bin/sleep 1000
must create
must rt start "$id"
rt exec "$id" true
expect_status 0
rt exec "$id" sh -c 'exit 42'
expect_status 42
rt exec "$id" sh -c 'kill -KILL $$'
expect_status 137
rt exec "$id" no-such-program
expect_status 255
