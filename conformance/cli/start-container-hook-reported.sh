# SPDX-License-Identifier: Apache-2.0
# hazards.md, "hook state.status", and runtime.md, Errors: start tells of a failing startContainer hook:
# an error that names the hook.
# hull-only: the peers' start has returned before these hooks have run
. "$KIT"
hook startContainer 'echo reason >&2; exit 3'
must create
rt start "$id"
expect_error 'startContainer.*3'
