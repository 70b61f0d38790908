# SPDX-License-Identifier: Apache-2.0
# users.md, LXC: the helpers are root's own programs, whatever the caller's PATH and environment say.
. "$KIT"
as_user
granted 200000:1000
mkdir "$tmp/bin"
for helper in newuidmap newgidmap; do
  printf '#!/bin/sh\necho "$0" >>%s\n' "$tmp/called" >"$tmp/bin/$helper"
  chmod 755 "$tmp/bin/$helper"
done
touch "$tmp/called"
chmod 666 "$tmp/called"
RUNTIME=$program
under setpriv --reuid "$user" --regid "$user" --clear-groups env XDG_RUNTIME_DIR="$xdg" PATH="$tmp/bin"
inside 'cat /proc/self/uid_map'
run
expect_success
expect_match '200000 +1000'
expect_equal "$(cat "$tmp/called")" '' 'what was called'
