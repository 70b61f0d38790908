# SPDX-License-Identifier: Apache-2.0
# config.md, StartContainer: a path that exists only on the host does not resolve.
. "$KIT"
printf '#!/bin/sh\necho ran >"%s"\n' "$tmp/log" >"$tmp/program"
chmod +x "$tmp/program"
config '.hooks.startContainer = [{path: $path}]' --arg path "$tmp/program"
inside 'echo program; exec sleep 1000'
create
if [ "$status" = 0 ]; then
  pid=$(state .pid)
  rt start "$id"
  wait_until gone "$pid"
fi
[ ! -e "$tmp/log" ] || fail 'the program of the host ran'
out=$container_out
expect_no_match program
