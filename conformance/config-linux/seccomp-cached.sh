# SPDX-License-Identifier: Apache-2.0
# issue 4: a filter that is kept for the next container is the same filter; a damaged one is made anew.
# hull-only: where it is kept
. "$KIT"
single_calls
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["getppid", "getppidd"], action: "SCMP_ACT_ERRNO", errnoRet: 91}]}'
inside 'call getppid'
once() {
  must run --log-level warning
  expect_output 'errno 91'
  grep -q getppidd "$err" || fail "no warning: $(cat "$err")"
}
once
kept=("$root"/.seccomp:filters/*)
[ -f "${kept[0]}" ] || fail 'nothing is kept'
expect_equal "${#kept[@]}" 1 'the count of kept filters'
expect_equal "$(stat -c '%a %u' "${kept[0]}")" '600 0' 'mode and owner'
once
cp "${kept[0]}" "$tmp/whole"
size=$(stat -c %s "$tmp/whole")
for at in 0 20 40 100 $((size / 2)) $((size - 1)); do
  cp "$tmp/whole" "${kept[0]}"
  printf '\377' | dd of="${kept[0]}" bs=1 seek="$at" conv=notrunc 2>/dev/null
  once
  cmp "$tmp/whole" "${kept[0]}" || fail "damage at $at stays"
done
for size in 0 1 30 $((size - 1)); do
  head -c "$size" "$tmp/whole" >"${kept[0]}"
  once
done
# Another profile, and what another one could have written.
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["getppid"], action: "SCMP_ACT_ERRNO", errnoRet: 92}]}'
must run
expect_output 'errno 92'
rm -rf "$root/.seccomp:filters"
mkdir -m 777 "$root/.seccomp:filters"
must run --log-level warning
expect_output 'errno 92'
grep -q "somebody else's" "$err" || fail "a directory that everybody may write to is believed: $(cat "$err")"
