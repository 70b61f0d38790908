# SPDX-License-Identifier: Apache-2.0
# peers.md 3.1: run.oci.keep_original_groups: the caller's supplementary groups stay with the process, and with exec's.
. "$KIT"
called() { setpriv --groups 9999,10000 "$RUNTIME" --root "$root" "${manager[@]}" "$@" </dev/null >"$tmp/out" 2>"$tmp/err"; }
groups_are() {
  expect_equal "$(sed -n 's/^Groups:[ \t]*//p' "$tmp/out" | tr -s ' ')" "$1" "the groups; $(tail -n 1 "$tmp/err")"
}
config '.annotations["run.oci.keep_original_groups"] = "1"
  | .process.user = {uid: 1000, gid: 1000, additionalGids: [5, 6]}'
args grep Groups /proc/self/status
called run --bundle "$bundle" "$id"
groups_are '9999 10000 '
args sleep 100000
must create
must rt start "$id"
called exec "$id" grep Groups /proc/self/status
groups_are '9999 10000 '
must rt delete --force "$id"
config '.annotations["run.oci.keep_original_groups"] = "0"'
args grep Groups /proc/self/status
called run --bundle "$bundle" "$id"
groups_are '5 6 '
config '.annotations["run.oci.keep_original_groups"] = "1"'
user_namespace
called run --bundle "$bundle" "$id"
# Which have no number there, and yet their powers on files.
groups_are '65534 65534 '
