# SPDX-License-Identifier: Apache-2.0
# issue 4: the environment is the config's and HOME, nothing of the caller's; the umask is 022 or the config's.
. "$KIT"
inside 'tr "\0" "\n" </proc/$$/environ; umask'
start() {
  (umask "$1" && SECRET=secret LD_PRELOAD='' _HULL=1 XDG_RUNTIME_DIR=/x \
    exec "$RUNTIME" --root "$root" "${manager[@]}" run --bundle "$bundle" "$id") </dev/null >"$DIR/env" 2>"$DIR/env.err" ||
    fail "$(tail -n 1 "$DIR/env.err")"
  expect_equal "$(sort "$DIR/env" | tr '\n' ' ')" "$2 HOME=/root PATH=/bin " 'environment and umask'
}
start 0 0022
start 077 0022
config '.process.user.umask = 63'
start 0 0077
