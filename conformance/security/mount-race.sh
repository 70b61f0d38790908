# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2021-30465: in a volume that containers share, another one exchanges a directory of the
# destination and a link to the host again and again: each run mounts inside of the root filesystem, or
# is refused.
# watchdog: 1800
. "$KIT"
attacks
mkdir -p "$tmp/volume/place/deep" "$tmp/canary/deep" "$tmp/data"
ln -s "$(realpath --relative-to "$bundle/rootfs/volume" "$tmp/canary")" "$tmp/volume/link"
echo secret >"$tmp/canary/deep/secret"
"$attack" exchange "$tmp/volume/place" "$tmp/volume/link" &
holders+=($!)
mount_entry "{destination: \"/volume\", source: \"$tmp/volume\", options: [\"rbind\"]}"
mount_entry "{destination: \"/volume/place/deep\", source: \"$tmp/data\", options: [\"rbind\"]}"
mount_entry '{destination: "/volume/place/deep/new", type: "tmpfs", source: "race"}'
inside 'cat /proc/self/mountinfo'
mounted=0 refused=0
for _ in $(seq 60); do
  run
  find "$tmp/canary" | grep -v secret | sort | diff <(printf '%s\n' "$tmp/canary" "$tmp/canary/deep") - ||
    fail 'something was made on the host'
  ! grep -q ' - tmpfs race ' /proc/self/mountinfo || fail 'it is mounted on the host'
  if [ "$status" = 0 ]; then
    mounted=$((mounted + 1))
    grep -q ' - tmpfs race ' "$out" || fail 'a run that was not refused has not the mount'
    ! awk -v at="$tmp/canary" 'index($4, at) == 1' "$out" | grep . || fail 'the host was mounted in the container'
  else
    refused=$((refused + 1))
    expect_error
  fi
done
echo "$mounted mounted, $refused refused"
[ "$mounted" -gt 0 ] || fail 'none of the runs came to its end'
