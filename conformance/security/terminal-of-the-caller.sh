# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2017-5226: a container that shares the caller's terminal for its streams has no controlling
# terminal, is a session of its own, and can type nothing into the caller's shell.
. "$KIT"
attacks
config '.process.capabilities |= map_values(map(select(. != "CAP_SYS_ADMIN")))'
args attack type
terminal "$RUNTIME" --root "$root" run --bundle "$bundle" "$id"
expect_success
expect_line 'no terminal'
expect_no_match '^typed'
expect_line leads
