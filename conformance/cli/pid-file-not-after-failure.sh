# SPDX-License-Identifier: Apache-2.0
# managers.md 0: a pid file is written when the process is really there: not by a failed create.
. "$KIT"
config '.linux.namespaces += [{type: "nonsense"}]'
expect_refused_create_with() { create --pid-file "$tmp/pid"; expect_error; expect_nothing_left; }
expect_refused_create_with
[ ! -e "$tmp/pid" ] || fail 'it is there'
[ -z "$(ls -A "$tmp")" ] || fail "'$(ls -A "$tmp")' is left"
