# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2024-21626: a working directory by way of a descriptor that the caller, or the runtime, has
# open is refused or lies in the container.
# watchdog: 600
. "$KIT"
attacks
mkdir "$tmp/host"
echo secret >"$tmp/host/secret"
cp "$bundle/config.json" "$tmp/config.json"
for number in self/fd/17 $(seq -f 'self/fd/%g' 3 8) thread-self/fd/17 1/fd/17 self/cwd; do
  cp "$tmp/config.json" "$bundle/config.json"
  for cwd in "/proc/$number" $([ "$number" != self/fd/17 ] || echo /link); do
    rm -f "$bundle/rootfs/link"
    ln -s "/proc/$number" "$bundle/rootfs/link"
    config '.process.cwd = $cwd' --arg cwd "$cwd"
    inside '/bin/attack cwd; cat secret ../secret ../../etc/hostname; echo end'
    status=0
    (cd "$tmp/host" && exec 17<"$tmp/host" && exec "$RUNTIME" --root "$root" "${manager[@]}" run --bundle "$bundle" "$id") \
      </dev/null >"$DIR/out.cwd" 2>"$DIR/err.cwd" || status=$?
    out=$DIR/out.cwd err=$DIR/err.cwd
    [ "$status" = 0 ] || { expect_nothing_left; continue; }
    expect_no_match 'unreachable|secret'
    expect_match '^/'
  done
done
