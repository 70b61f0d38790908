# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: created holds until the program is executed, so startContainer hooks are told so.
. "$KIT"
hook startContainer 'cat >/tmp/state'
inside 'cat /tmp/state'
must run
expect_equal "$(jq -r .status "$out")" created 'status for startContainer'
