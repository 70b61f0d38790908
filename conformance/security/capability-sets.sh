# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2022-29162, CVE-2022-24769: the five sets are exactly the config's, whatever the caller holds,
# for root and for others, with a user namespace and without; nothing is inheritable or ambient unasked. (The
# program gains none by noNewPrivileges.)
. "$KIT"
# sets INHERITABLE PERMITTED EFFECTIVE BOUNDING AMBIENT: runs, and expects those bits, of a caller whose own
# capabilities are inheritable and ambient as far as may be.
sets() {
  local set expected=''
  for set in Inh Prm Eff Bnd Amb; do
    expected+="Cap$set $(printf '%016x' "$1")"$'\n'
    shift
  done
  status=0
  setpriv --inh-caps +chown,+net_raw,+sys_admin --ambient-caps +chown,+net_raw,+sys_admin \
    "$RUNTIME" --root "$root" "${manager[@]}" run --bundle "$bundle" "$id" </dev/null >"$DIR/sets" 2>"$DIR/sets.err" || status=$?
  out=$DIR/sets err=$DIR/sets.err
  expect_success
  expect_equal "$(sed -n 's/^\(Cap[A-Za-z]*\):\t/\1 /p' "$out")" "${expected%$'\n'}" 'the sets'
}
chown=$((1 << 0)) kill=$((1 << 5)) bind=$((1 << 10))
args cat /proc/self/status
config '.process.capabilities = {bounding: ["CAP_CHOWN", "CAP_KILL"], permitted: ["CAP_KILL"], effective: ["CAP_KILL"]}'
sets 0 $kill $kill $((chown | kill)) 0
config '.process.user = {uid: 1000, gid: 1000}'
sets 0 0 0 $((chown | kill)) 0
config '.process.capabilities += {inheritable: ["CAP_KILL"], ambient: ["CAP_KILL"]}'
sets $kill $kill $kill $((chown | kill)) $kill
config '.process.capabilities = {bounding: ["CAP_NET_BIND_SERVICE"]}'
sets 0 0 0 $bind 0
user_namespace
sets 0 0 0 $bind 0
config '.process.capabilities = {} | .process.user = {uid: 0, gid: 0}'
sets 0 0 0 0 0
config 'del(.process.capabilities)'
sets 0 0 0 0 0
