# SPDX-License-Identifier: Apache-2.0
# issue 5, peers.md 4.6: what is no running container is named as it is.
. "$KIT"
rt exec "$id" true
expect_error 'does not exist'
expect_status 255
args /bin/sleep 1000
must create
must rt exec "$id" true
must rt start "$id"
must rt kill "$id" KILL
wait_state stopped
rt exec "$id" true
expect_error 'cannot exec in a stopped container'
expect_status 255
rt exec "$id"
expect_error
