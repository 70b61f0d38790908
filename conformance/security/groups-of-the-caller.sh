# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2022-2989, CVE-2023-25173: the supplementary groups are the config's, none of the caller's.
. "$KIT"
args grep Groups /proc/self/status
groups_are() {
  setpriv --groups 9999,10000 "$RUNTIME" --root "$root" "${manager[@]}" run --bundle "$bundle" "$id" </dev/null >"$tmp/out" 2>"$tmp/err" ||
    fail "it was refused: $(tail -n 1 "$tmp/err")"
  expect_equal "$(tr -s ' \t' ' ' <"$tmp/out")" "Groups: $1" 'the line of /proc/self/status'
}
groups_are ''
config '.process.user = {uid: 1000, gid: 1000, additionalGids: [5, 6]}'
groups_are '5 6 '
config '.process.user = {uid: 1000, gid: 1000}'
groups_are ''
user_namespace
groups_are ''
