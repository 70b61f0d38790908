# SPDX-License-Identifier: Apache-2.0
# managers.md 0: without --root the state lies in /run/NAME, or for XDG_RUNTIME_DIR of others than
# root, there. (/run is this script's own.)
. "$KIT"
args sleep 1000
XDG_RUNTIME_DIR='' "$RUNTIME" create --bundle "$bundle" "$id" </dev/null >"$DIR/o" 2>&1 || fail "$(cat "$DIR/o")"
[ -d "/run/$(basename "$RUNTIME")/$id" ] || fail "there is no /run/$(basename "$RUNTIME")/$id"
XDG_RUNTIME_DIR='' "$RUNTIME" delete --force "$id"
[ ! -e "/run/$(basename "$RUNTIME")/$id" ] || fail 'it is still there'
