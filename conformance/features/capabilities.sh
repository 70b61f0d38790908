# SPDX-License-Identifier: Apache-2.0
# features-linux.md, Capabilities: each listed capability is accepted in process.capabilities.
. "$KIT"
must rt features
config '.process.capabilities = ($names | {bounding: ., effective: ., permitted: .})' \
  --argjson names "$(jq .linux.capabilities "$out")"
jq -e '.linux.capabilities | index("CAP_CHECKPOINT_RESTORE")' "$out" >/dev/null || fail 'the newest ones are missing'
held=$((16#$(awk '/^CapBnd/ { print $2 }' /proc/self/status)))
last=$(cat /proc/sys/kernel/cap_last_cap)
run
[ "$status" = 0 ] || [ "$held" = $(((1 << (last + 1)) - 1)) ] || skip 'all capabilities that the kernel knows'
expect_success
