# SPDX-License-Identifier: Apache-2.0
# hazards.md, contradictions: a host-side hook without env inherits the runtime's environment.
. "$KIT"
config '.hooks.createRuntime = [{path: "/bin/sh", args: ["sh", "-c", $text]}]' --arg text "echo \"\$MARK\" >'$tmp/log'"
MARK=inherited must create
expect_equal "$(cat "$tmp/log")" inherited 'the variable'
