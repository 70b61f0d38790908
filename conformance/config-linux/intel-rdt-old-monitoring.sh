# SPDX-License-Identifier: Apache-2.0
# config-linux.md, IntelRdt: enableCMT and enableMBM, which 1.3.0 took away, have no effect, which is said.
# hull-only: the text of the warning
. "$KIT"
config '.linux.intelRdt = {enableCMT: true, enableMBM: false}'
rt --log-level warning create --bundle "$bundle" "$id"
grep -q '/linux/intelRdt/enableCMT has no effect: use enableMonitoring' "$err" || fail "$(cat "$err")"
! grep -q enableMBM "$err" || fail "$(cat "$err")"
