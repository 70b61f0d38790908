# SPDX-License-Identifier: Apache-2.0
# issue 4: Landlock by annotation: a member that the document does not have is warned of and has no effect.
# hull-only: no other runtime has it
. "$KIT"
landlock '{"handled": ["make_sock"], "rule": [], "rules": []}'
args echo ran
must rt --log-level warning --log "$tmp/log" run --bundle "$bundle" "$id"
expect_output ran
grep -q '/annotations/run.oci.hull.landlock:1:36: unknown key /rule, did you mean rules' "$tmp/log" ||
  fail "the log is '$(cat "$tmp/log")'"
