# SPDX-License-Identifier: Apache-2.0
# hazards.md, contradictions: a created container can be paused and is shown as paused; start has to wait.
# hull-only: crun shows it as created
. "$KIT"
args /bin/echo ran
must create
must rt pause "$id"
expect_state paused
rt start "$id"
expect_error 'cannot start a (paused container|container in the paused state)'
must rt resume "$id"
expect_state created
must rt start "$id"
finish
expect_output ran
