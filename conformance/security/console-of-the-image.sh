# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2025-52565: links that the image has at /dev/console and /dev/pts do not lead the terminal out
# of the container: nothing of the host's is written, opened for writing or mounted upon.
# watchdog: 600
. "$KIT"
mkdir "$tmp/host" "$tmp/host/pts"
echo canary >"$tmp/host/file"
cut -d' ' -f4- /proc/self/mountinfo >"$tmp/mounts"
up=$(realpath --relative-to "$bundle/rootfs/dev" "$tmp/host")
cp "$bundle/config.json" "$tmp/config.json"
inside 'echo ran; cat /proc/self/mountinfo'
config '.process.terminal = true'
cp "$bundle/config.json" "$tmp/config.json"
for mounts in '.mounts |= map(select(.destination | startswith("/dev") | not))' \
  '.mounts |= map(select(.destination != "/dev"))' \
  '.mounts |= map(if .destination == "/dev" then {destination: "/dev", source: "rootfs/dev", options: ["bind"]} else . end)'; do
  for target in "$tmp/host/file" "$up/file" "$tmp/host/new" "$up/new"; do
    cp "$tmp/config.json" "$bundle/config.json"
    config "$mounts"
    rm -rf "$bundle/rootfs/dev"
    mkdir "$bundle/rootfs/dev"
    ln -s "$target" "$bundle/rootfs/dev/console"
    terminal "$RUNTIME" --root "$root" "${manager[@]}" run --bundle "$bundle" "$id"
    expect_equal "$(cat "$tmp/host/file")" canary 'the file of the host'
    [ ! -e "$tmp/host/new" ] || fail 'a file was made on the host'
    cut -d' ' -f4- /proc/self/mountinfo | diff "$tmp/mounts" - || fail 'something is mounted on the host'
    ! grep -E " $tmp/host/" "$out" || fail 'a file of the host is in the container'
    [ ! -e "$bundle/rootfs$tmp/host/file" ] || fail 'a file was made through the link'
    [ ! -e "$root/$id" ] || must rt delete --force "$id"
  done
done
