# SPDX-License-Identifier: Apache-2.0
# config.md, CreateContainer: their path is resolved in the runtime's namespace.
. "$KIT"
printf '#!/bin/sh\necho host program >"%s"\n' "$tmp/log" >"$tmp/program"
chmod +x "$tmp/program"
config '.hooks.createContainer = [{path: $path}]' --arg path "$tmp/program"
must create
[ "$(cat "$tmp/log")" = 'host program' ] || fail 'the program of the host did not run'
