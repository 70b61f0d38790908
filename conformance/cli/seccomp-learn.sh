# SPDX-License-Identifier: Apache-2.0
# issue 4: seccomp learn writes the profile that a container needs: with it the same container runs, and
# does nothing else.
# hull-only: the verb is hull's
. "$KIT"
single_calls
inside 'call getppid >/dev/null; echo done; ls /bin >/dev/null; exit 3'
config '.process.user = {uid: 1000, gid: 1000}'
for no_new_privileges in true false; do
  config 'del(.linux.seccomp) | .process.noNewPrivileges = $nnp' --argjson nnp $no_new_privileges
  rt seccomp learn --bundle "$bundle" --output "$tmp/$no_new_privileges" "$id"
  expect_status 3
  expect_output done
  expect_nothing_left
  profile=$(cat "$tmp/$no_new_privileges")
  expect_equal "$(jq -r .defaultAction <<<"$profile")" SCMP_ACT_ERRNO defaultAction
  jq -e '.syscalls[0].names | index("getppid") and index("execve") and index("exit_group")' <<<"$profile" ||
    fail "the profile is '$profile'"
  jq -e '.syscalls[0].names | index("kcmp") or index("mount") or index("keyctl") | not' <<<"$profile" ||
    fail "the profile is '$profile'"
  seccomp '$profile | .defaultAction = "SCMP_ACT_KILL_PROCESS"' --argjson profile "$profile"
  run
  expect_status 3
  expect_output done
done
inside 'call kcmp'
run
expect_status 159
rt seccomp learn --bundle "$bundle" --output "$tmp/true" "$id"
expect_error "'.*/true' exists; remove it first"
