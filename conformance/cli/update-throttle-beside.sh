# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update of what a block device may write keeps what it may read, and 0 lifts a limit.
. "$KIT"
controller blkio io
for device in /sys/block/*; do
  [ -e "$device/dev" ] && break
done
[ -e "$device/dev" ] || skip 'a block device'
device=$(cat "$device/dev")
throttle() {
  config '.linux.resources.blockIO |= {($member): [($d / ":" | map(tonumber)) as [$major, $minor] | {$major, $minor, $rate}]}' \
    --arg member "$1" --arg d "$device" --argjson rate "$2"
  jq '{blockIO: .linux.resources.blockIO}' "$bundle/config.json" >"$tmp/r.json"
}
# rate V1-FILE V2-KEY
rate() {
  if [ "$version" = v1 ]; then
    awk -v d="$device" '$1 == d { print $2 }' "$(own_cgroup)/blkio.throttle.$1"
  else
    awk -v d="$device" -v k="$2=" '$1 == d { for (i = 2; i <= NF; i++) if (index($i, k) == 1) print substr($i, length(k) + 1) }' \
      "$(own_cgroup)/io.max"
  fi
}
throttle throttleReadBpsDevice 1048576
must create
throttle throttleWriteBpsDevice 2097152
must rt update --resources "$tmp/r.json" "$id"
expect_equal "$(rate read_bps_device rbps)" 1048576 'what may be read'
expect_equal "$(rate write_bps_device wbps)" 2097152 'what may be written'
throttle throttleReadBpsDevice 0
must rt update --resources "$tmp/r.json" "$id"
now=$(rate read_bps_device rbps)
[ -z "$now" ] || expect_equal "$now" max 'what may be read'
expect_equal "$(rate write_bps_device wbps)" 2097152 'what may be written'
