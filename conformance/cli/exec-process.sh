# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: --process has the whole of a process object, in a file or on standard input.
. "$KIT"
args /bin/sleep 1000
must create
must rt start "$id"
cat >"$tmp/process" <<'END'
{"args": ["sh", "-c", "id -u; id -g; id -G; pwd; echo $A; umask; ulimit -n"], "cwd": "/bin",
 "env": ["PATH=/bin", "A=b"], "user": {"uid": 7, "gid": 8, "additionalGids": [9], "umask": 63},
 "rlimits": [{"type": "RLIMIT_NOFILE", "soft": 64, "hard": 64}]}
END
cd "$tmp"
must rt exec --process process "$id"
expect_output "7
8
8 9
/bin
b
0077
64"
"$RUNTIME" --root "$root" "${manager[@]}" exec --process - "$id" <"$tmp/process" >"$tmp/out" || fail 'standard input was not taken'
grep -qx b "$tmp/out" || fail "it says '$(cat "$tmp/out")'"
echo '{"args": ["true"], "cwd": "bin", "user": {"uid": 0, "gid": 0}}' >"$tmp/process"
rt exec --process "$tmp/process" "$id"
expect_error cwd
rt exec --process "$tmp/nowhere" "$id"
expect_error 'nowhere.*no such file'
echo '{"args": ["true"], ' >"$tmp/process"
rt exec --process "$tmp/process" "$id"
expect_error
expect_status 255
