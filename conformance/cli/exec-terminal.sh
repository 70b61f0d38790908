# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: --tty gives the process a terminal of the container's, which exec relays.
. "$KIT"
args /bin/sleep 1000
must create
must rt start "$id"
terminal "$RUNTIME" --root "$root" "${manager[@]}" exec --tty "$id" sh -c 'tty; test -t 0 && test -t 2 && exit 5'
expect_status 5
expect_match '^/dev/pts/[0-9]+$'
# The session is its own: the terminal controls it.
terminal "$RUNTIME" --root "$root" "${manager[@]}" exec --tty "$id" sh -c 'echo yes >/dev/tty'
expect_line yes
