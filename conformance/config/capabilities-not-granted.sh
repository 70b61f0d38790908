# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: one that the runtime does not hold is left out, not refused.
. "$KIT"
config '.process.capabilities |= map_values(. + ["CAP_SYS_TIME"])'
args grep CapBnd /proc/self/status
status=0
setpriv --bounding-set -sys_time "$RUNTIME" --root "$root" run --bundle "$bundle" "$id" \
  </dev/null >"$DIR/caps" 2>"$DIR/caps.err" || status=$?
out=$DIR/caps err=$DIR/caps.err
expect_success
expect_match '^CapBnd:'
bits=$((16#$(awk '{ print $2 }' "$out")))
[ $((bits >> 25 & 1)) = 0 ] || fail 'CAP_SYS_TIME was granted after all'
