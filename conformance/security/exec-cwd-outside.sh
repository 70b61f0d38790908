# SPDX-License-Identifier: Apache-2.0
# users.md 17 (CVE-2024-21626): a working directory of exec by way of a descriptor that the caller, or the
# runtime, has open is refused or lies in the container.
. "$KIT"
attacks
mkdir "$tmp/host"
echo secret >"$tmp/host/secret"
ln -s /proc/self/fd/17 "$bundle/rootfs/link"
args /bin/sleep 1000
must create
must rt start "$id"
for cwd in /link /proc/self/fd/17 /proc/thread-self/fd/17 /proc/1/cwd /proc/self/cwd $(seq -f '/proc/self/fd/%g' 3 24); do
  status=0
  (cd "$tmp/host" && exec 17<"$tmp/host" && exec "$RUNTIME" --root "$root" exec --cwd "$cwd" "$id" \
    sh -c '/bin/attack cwd; cat secret ../secret; echo end') </dev/null >"$DIR/out.cwd" 2>"$DIR/err.cwd" || status=$?
  out=$DIR/out.cwd err=$DIR/err.cwd
  [ "$status" = 0 ] || continue
  expect_no_match 'unreachable|secret'
  expect_match '^/'
done
