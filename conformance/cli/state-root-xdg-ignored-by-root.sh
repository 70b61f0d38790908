# SPDX-License-Identifier: Apache-2.0
# managers.md 0: for root on the host, XDG_RUNTIME_DIR does not choose the state's place.
. "$KIT"
mkdir "$tmp/xdg"
XDG_RUNTIME_DIR=$tmp/xdg "$RUNTIME" create --bundle "$bundle" "$id" </dev/null >"$DIR/o" 2>&1 || fail "$(cat "$DIR/o")"
[ -z "$(ls -A "$tmp/xdg")" ] || fail "there is $(ls "$tmp/xdg")"
env -u XDG_RUNTIME_DIR "$RUNTIME" delete --force "$id"
