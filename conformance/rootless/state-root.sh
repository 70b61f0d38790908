# SPDX-License-Identifier: Apache-2.0
# managers.md 0: an ordinary user's containers are kept in XDG_RUNTIME_DIR; without it, the error names it.
# hull-only: the peers do not say what is missing
. "$KIT"
as_user
rmdir "$root"
args sleep 1000
"$RUNTIME" create --bundle "$bundle" "$id" </dev/null >"$DIR/o" 2>&1 || fail "$(cat "$DIR/o")"
[ -e "$xdg/${program##*/}/$id" ] || fail "it is not in $xdg: $(ls "$xdg")"
"$RUNTIME" delete --force "$id"
RUNTIME=$program
under setpriv --reuid "$user" --regid "$user" --clear-groups env -u XDG_RUNTIME_DIR
! "$RUNTIME" create --bundle "$bundle" "$id" </dev/null 2>"$DIR/e" || fail 'it found a place'
grep -q 'XDG_RUNTIME_DIR' "$DIR/e" || fail "it says '$(cat "$DIR/e")'"
