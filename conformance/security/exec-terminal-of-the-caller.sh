# SPDX-License-Identifier: Apache-2.0
# users.md 4 (CVE-2017-5226): a process that exec starts on the caller's terminal has no controlling terminal, is
# a session of its own, and can type nothing into the caller's shell.
. "$KIT"
attacks
config '.process.capabilities |= map_values(map(select(. != "CAP_SYS_ADMIN")))'
args /bin/sleep 1000
must create
must rt start "$id"
terminal "$RUNTIME" --root "$root" exec "$id" attack type
expect_success
expect_line 'no terminal'
expect_no_match '^typed'
expect_line leads
