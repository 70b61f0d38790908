# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2024-21626, CVE-2016-9962: of all that the caller has open, and the runtime, the program has
# its three streams, and so has every hook.
. "$KIT"
mkdir "$tmp/host"
# A shell's own: of its list, what it opened to make it is gone when it looks.
list='for fd in /proc/self/fd/*; do [ ! -L $fd ] || echo "open $(readlink $fd) as ${fd##*/}"; done'
config '.hooks = {prestart: [{path: "/bin/sh", args: ["sh", "-c", ($text + $to)]}],
  createContainer: [{path: "/bin/sh", args: ["sh", "-c", ($text + $to)]}],
  startContainer: [{path: "/bin/sh", args: ["sh", "-c", ($text + ">/inner")]}]}' --arg text "$list" --arg to " >>$tmp/hooks"
inside "$list"
(exec 3<"$tmp/host" 7<"$tmp/host" 17</ 200>"$tmp/written" && exec "$RUNTIME" --root "$root" "${manager[@]}" \
  run --bundle "$bundle" "$id") </dev/null >"$DIR/listed" 2>"$DIR/listed.err" || fail "$(tail -n 1 "$DIR/listed.err")"
for out in "$DIR/listed" "$tmp/hooks" "$bundle/rootfs/inner"; do
  expect_match ' as 0$'
  # Above 9 a shell keeps its script's and what a redirection hides, here the stream 1.
  expect_no_match "(host|written|/) as "
  expect_no_match ' as [3-9]$'
done
