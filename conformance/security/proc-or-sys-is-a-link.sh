# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2019-19921, CVE-2023-27561: an image whose /proc or /sys is a link, out of it or within it,
# is refused, and nothing is mounted at the other end.
. "$KIT"
mkdir "$tmp/outside" "$bundle/rootfs/inner"
cut -d' ' -f4- /proc/self/mountinfo >"$tmp/mounts"
for name in proc sys; do
  rmdir "$bundle/rootfs/$name"
  for target in "$(realpath --relative-to "$bundle/rootfs" "$tmp/outside")" "$tmp/outside" inner /inner ../inner; do
    ln -s "$target" "$bundle/rootfs/$name"
    create
    [ "$status" != 0 ] || fail "a /$name that is a link to $target was accepted"
    expect_error
    expect_nothing_left
    cut -d' ' -f4- /proc/self/mountinfo | diff "$tmp/mounts" - || fail 'something is mounted on the host'
    [ -z "$(ls -A "$tmp/outside")" ] || fail 'something was made on the host'
    rm "$bundle/rootfs/$name"
  done
  mkdir "$bundle/rootfs/$name"
done
