# SPDX-License-Identifier: Apache-2.0
# peers.md 4.4: delete --force ends what runs.
. "$KIT"
args sleep 1000
must create
must rt start "$id"
pid=$(state .pid)
must rt delete --force "$id"
gone "$pid" || fail 'the process lives on'
expect_nothing_left
