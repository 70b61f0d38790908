# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: a hook executed in the container's namespaces gets the pid as seen there.
. "$KIT"
hook createContainer "cat >'$tmp/state'"
hook startContainer 'cat >/tmp/state'
inside 'cat /tmp/state'
must run
expect_equal "$(jq .pid "$out")" 1 'pid for startContainer'
expect_equal "$(jq .pid "$tmp/state")" 1 'pid for createContainer'
