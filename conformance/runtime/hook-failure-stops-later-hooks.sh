# SPDX-License-Identifier: Apache-2.0
# runtime.md, Lifecycle 3-5: after a failure the lifecycle goes on at step 12: no later hook runs.
. "$KIT"
hook prestart 'exit 3'
hook prestart "echo prestart >>'$tmp/log'"
hook createRuntime "echo createRuntime >>'$tmp/log'"
hook createContainer "echo createContainer >>'$tmp/log'"
expect_refused_create
[ ! -e "$tmp/log" ] || fail "these ran: $(paste -sd' ' "$tmp/log")"
