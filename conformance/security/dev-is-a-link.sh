# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2026-41579: an image whose /dev is a link, out of it or within it: no node, link or mount is
# made at the other end, with a tmpfs for /dev in the config, with a bind, and without.
# watchdog: 600
. "$KIT"
mkdir "$tmp/host" "$bundle/rootfs/inner"
cut -d' ' -f4- /proc/self/mountinfo >"$tmp/mounts"
cp "$bundle/config.json" "$tmp/config.json"
for mounts in . '.mounts |= map(select(.destination | startswith("/dev") | not))' '.mounts |= map(select(.destination != "/dev"))'; do
  for target in "$tmp/host" "$(realpath --relative-to "$bundle/rootfs" "$tmp/host")" /inner /etc; do
    rm -rf "$bundle/rootfs/dev"
    ln -s "$target" "$bundle/rootfs/dev"
    cp "$tmp/config.json" "$bundle/config.json"
    config "$mounts"' | .linux.devices = [{path: "/dev/fuse", type: "c", major: 10, minor: 229}]'
    inside 'ls -la /inner /etc'
    find "$bundle/rootfs/etc" "$bundle/rootfs/inner" | sort >"$tmp/before"
    run
    [ "$status" = 0 ] || { expect_error; expect_nothing_left; }
    [ -z "$(ls -A "$tmp/host")" ] || fail "through a link to $target there is on the host: $(ls "$tmp/host" | head -n 1)"
    find "$bundle/rootfs/etc" "$bundle/rootfs/inner" | sort | diff "$tmp/before" - || fail "files were made through a link to $target"
    cut -d' ' -f4- /proc/self/mountinfo | diff "$tmp/mounts" - || fail 'something is mounted on the host'
  done
done
