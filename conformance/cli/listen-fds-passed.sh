# SPDX-License-Identifier: Apache-2.0
# managers.md 0: LISTEN_FDS for the runtime's own pid: the descriptors and their names come to the container, for pid 1.
. "$KIT"
echo three >"$tmp/three"
inside 'cat <&3; echo "$LISTEN_FDS $LISTEN_PID $LISTEN_FDNAMES"'
out=$DIR/out.l
status=0
(exec 3<"$tmp/three"
  LISTEN_FDS=1 LISTEN_FDNAMES=web exec sh -c 'export LISTEN_PID=$$; exec "$@"' sh "$RUNTIME" --root "$root" \
    "${manager[@]}" run --bundle "$bundle" "$id" </dev/null) >"$out" 2>"$DIR/err.l" || status=$?
err=$DIR/err.l
expect_success
expect_output 'three
1 1 web'
