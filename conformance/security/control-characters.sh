# SPDX-License-Identifier: Apache-2.0
# issue 4: what an image, a config or a process writes reaches no terminal as a control character by way of the
# runtime's own messages, logs and tables: C0, DEL, C1, and what is no UTF-8. What is readable stays so.
. "$KIT"
# expect_harmless FILE: valid UTF-8 without control characters but line ends.
expect_harmless() {
  iconv -f UTF-8 -t UTF-8 "$1" >/dev/null 2>&1 || fail "'$(cat -v "$1")' is no UTF-8"
  ! LC_ALL=C tr -d '\n' <"$1" | LC_ALL=C grep -q '[[:cntrl:]]' || fail "'$(cat -v "$1")' has a control character"
  ! LC_ALL=C grep -qP '\xc2[\x80-\x9f]' "$1" || fail "'$(cat -v "$1")' has a control character of C1"
}
command -v iconv >/dev/null || skip 'iconv'
bad=$(printf '/no\033]0;x\007\177\302\233\377é日本')
printf '#!%s\necho\n' "$bad" >"$bundle/rootfs/script"
chmod +x "$bundle/rootfs/script"
# said COMMAND...: its message is harmless, on its own and in both logs.
said() {
  local format
  "$@"
  [ "$status" != 0 ] || fail 'it succeeded'
  expect_harmless "$err"
  expect_harmless "$out"
  for format in text json; do
    rm -f "$tmp/log"
    rt --log "$tmp/log" --log-format "$format" "${@:2}"
    expect_harmless "$err"
    expect_harmless "$tmp/log"
    [ "$format" != json ] || [ ! -s "$tmp/log" ] || jq -e . "$tmp/log" >/dev/null || fail "no JSON: $(cat -v "$tmp/log")"
  done
}
# The interpreter that a script of the image names, a program, a directory and a hook's output.
args /script
said rt run --bundle "$bundle" "$id"
args "$bad"
said rt run --bundle "$bundle" "$id"
args echo
config '.process.cwd = $bad' --arg bad "$(printf '/script/no\033[2J\302\233')"
said rt run --bundle "$bundle" "$id"
config '.process.cwd = "/"'
hook createRuntime 'printf "hook\033]0;x\007\302\233\377" >&2; exit 1'
said rt run --bundle "$bundle" "$id"
config 'del(.hooks)'
config '.["x\u001b[2J\u009b"] = 1 | .linux.sysctl = {"x\u001b[2J": "1"}'
said rt run --bundle "$bundle" "$id"
said rt start "$(printf 'x\033[2J')"
config 'del(.["x\u001b[2J\u009b"], .linux.sysctl)'
# A bundle's name in the table and the state.
moved=$(printf '%s/b\033[2J\302\233' "$DIR")
mv "$bundle" "$moved"
bundle=$moved
args sleep 1000
must create
must rt start "$id"
must rt list
expect_harmless "$out"
must rt state "$id"
expect_harmless "$out"
jq -e --arg bundle "$bundle" '.bundle == $bundle' "$out" >/dev/null || fail 'the state has another bundle'
# exec of the script, whose message comes from inside.
printf '#!%s\necho\n' "$bad" >"$bundle/rootfs/script"
said rt exec "$id" /script
