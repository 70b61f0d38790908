# SPDX-License-Identifier: Apache-2.0
# managers.md 0: the caller's streams can be opened anew by the container's user.
. "$KIT"
config '.process.user = {uid: 1000, gid: 1000}'
inside 'echo through >/dev/stdout'
"$RUNTIME" --root "$root" run --bundle "$bundle" "$id" </dev/null 2>&1 | cat >"$tmp/said"
expect_equal "$(cat "$tmp/said")" through output
