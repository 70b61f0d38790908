# SPDX-License-Identifier: Apache-2.0
# issue 4: the limits that the config does not set are the caller's, not what the runtime raised for itself,
# and no_new_privs is the config's alone.
. "$KIT"
config '.process.noNewPrivileges = false'
inside 'ulimit -Sn; ulimit -Hn; grep NoNewPrivs /proc/self/status'
(ulimit -Sn 300 && ulimit -Hn 900 && exec "$RUNTIME" --root "$root" "${manager[@]}" run --bundle "$bundle" "$id") \
  </dev/null >"$DIR/limits" 2>"$DIR/limits.err" || fail "$(tail -n 1 "$DIR/limits.err")"
expect_equal "$(tr '\n\t' '  ' <"$DIR/limits")" '300 900 NoNewPrivs: 0 ' 'limits and no_new_privs'
