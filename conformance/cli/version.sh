# SPDX-License-Identifier: Apache-2.0
# peers.md 1.5: name and version, commit, and the specification's version, a line each.
. "$KIT"
rt --version
expect_success
expect_match '^[a-z]+ version [0-9]'
expect_match '^commit: '
expect_match '^spec: [0-9]+\.[0-9]+\.[0-9]+'
[ ! -s "$err" ] || fail "stderr has '$(cat "$err")'"
