# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2025-31133: an image whose /dev/null is a link to something else does not choose what masked
# files are covered with.
. "$KIT"
echo secret >"$bundle/rootfs/secret"
config '.linux.maskedPaths = ["/proc/meminfo", "/secret"]'
# To a file: a runtime may lose the streams to the link, see streams-not-the-image.
inside 'for file in /proc/meminfo /secret; do stat -c "%F %t:%T" $file; head -c 1 $file | wc -c; done >/result'
cp "$bundle/config.json" "$tmp/config.json"
for target in /proc/version /dev/urandom; do
  # With a /dev of the config, and with the image's.
  for mounts in . '.mounts |= map(select(.destination | startswith("/dev") | not))'; do
    rm -rf "$bundle/rootfs/dev"
    mkdir "$bundle/rootfs/dev"
    ln -s "$target" "$bundle/rootfs/dev/null"
    cp "$tmp/config.json" "$bundle/config.json"
    config "$mounts"
    rm -f "$bundle/rootfs/result"
    run
    [ -s "$bundle/rootfs/result" ] || continue
    out=$bundle/rootfs/result
    expect_no_match '^1$'
    expect_equal "$(grep -cxE 'character special file 1:3|regular empty file 0:0' "$out")" 2 'number of files that are masked'
  done
done
