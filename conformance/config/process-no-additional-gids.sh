# SPDX-License-Identifier: Apache-2.0
# config.md, POSIX-platform User: groups that nobody asked for, such as the caller's, are not there.
. "$KIT"
inside 'sed -n "s/^Groups:\s*//p" /proc/self/status | tr " " "\n" | grep . | grep -v "^0$"'
must create
setpriv --groups 4711 "$RUNTIME" --root "$root" delete --force "$id"
status=0
setpriv --groups 4711 "$RUNTIME" --root "$root" run --bundle "$bundle" "$id" >"$DIR/groups" </dev/null || :
[ ! -s "$DIR/groups" ] || fail "the program has the group '$(cat "$DIR/groups")'"
