# SPDX-License-Identifier: Apache-2.0
# managers.md 0: when create returns, no helper holds the caller's pipes: only the container does.
. "$KIT"
args sleep 1000
config '.process.args = ["/bin/sh", "-c", "echo closing >/closing; exec >/dev/null 2>&1 </dev/null; exec sleep 1000"]'
("$RUNTIME" --root "$root" create --bundle "$bundle" "$id" 2>&1 </dev/null
  "$RUNTIME" --root "$root" start "$id" 2>&1 </dev/null) | cat >"$DIR/pipe"
[ -e "$bundle/rootfs/closing" ] || fail 'the pipe was closed before the program closed its streams'
expect_state running
