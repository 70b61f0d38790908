# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2019-16884, CVE-2025-52881: what stands in for /proc, or for a part of it through which the
# runtime confines the process, is refused: by its own name, by a longer one, and through a link.
# watchdog: 600
. "$KIT"
mkdir -p "$tmp/fake/self/attr" "$tmp/fake/sys/kernel"
ln -s /proc "$bundle/rootfs/link"
ln -s ../proc/sys "$bundle/rootfs/etc/link"
cp "$bundle/config.json" "$tmp/config.json"
for place in /proc /proc/self/attr /proc/sys /proc/sys/kernel /proc/1 /proc/thread-self/attr \
  /etc/../proc/sys //proc//./sys /link/sys /link/self/attr /etc/link/kernel; do
  for mount in '{type: "tmpfs", source: "tmpfs"}' '{source: $tmp, options: ["rbind"]}'; do
    cp "$tmp/config.json" "$bundle/config.json"
    config ".mounts += [$mount + {destination: \$place}]" --arg tmp "$tmp/fake" --arg place "$place"
    create
    [ "$status" != 0 ] || fail "$mount at $place was accepted"
    expect_error
    expect_nothing_left
  done
done
