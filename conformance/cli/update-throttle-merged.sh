# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update merges the limits of block devices, device by device.
. "$KIT"
controller blkio io
devices=()
for device in /sys/block/*; do
  [ -e "$device/dev" ] && devices+=("$(cat "$device/dev")")
done
[ ${#devices[@]} -gt 1 ] || skip 'two block devices'
one=${devices[0]} other=${devices[1]}
throttle() {
  jq -n --arg d "$1" --argjson rate "$2" '{blockIO: {throttleReadBpsDevice: [($d / ":" | map(tonumber)) as [$major, $minor]
    | {$major, $minor, $rate}]}}'
}
read_rate() {
  if [ "$version" = v1 ]; then
    awk -v d="$1" '$1 == d { print $2 }' "$(own_cgroup)/blkio.throttle.read_bps_device"
  else
    awk -v d="$1" '$1 == d { sub("rbps=", "", $2); print $2 }' "$(own_cgroup)/io.max"
  fi
}
config '.linux.resources += $r' --argjson r "$(throttle "$one" 1048576)"
must create
throttle "$other" 2097152 >"$tmp/r.json"
must rt update --resources "$tmp/r.json" "$id"
expect_equal "$(read_rate "$one")" 1048576 "the rate of $one"
expect_equal "$(read_rate "$other")" 2097152 "the rate of $other"
throttle "$one" 524288 >"$tmp/r.json"
must rt update --resources "$tmp/r.json" "$id"
expect_equal "$(read_rate "$one")" 524288 "the rate of $one"
expect_equal "$(read_rate "$other")" 2097152 "the rate of $other"
