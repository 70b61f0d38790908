# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2019-5736: a container that keeps the runtime's executable open, as it sees it in a process
# that enters its pid namespace, cannot write to it once that process has ended.
. "$KIT"
cp "$RUNTIME" "$tmp/another"
before=$(sha256sum <"$tmp/another")
config '.process.capabilities |= map_values(. + ["CAP_SYS_PTRACE", "CAP_DAC_READ_SEARCH"] | unique)'
inside 'echo alive >/alive; until [ -e /number ]; do sleep 0.05; done
  exec 3</proc/$(cat /number)/exe && echo held; echo holding >/holding
  until [ -e /ended ]; do sleep 0.05; done
  printf x >>/proc/self/fd/3 && echo written; echo end'
must create
must rt start "$id"
wait_until [ -e "$bundle/rootfs/alive" ]
new_bundle "$DIR/other"
jq --arg pid "/proc/$(state .pid)/ns/pid" '.linux.cgroupsPath += "-other"
  | .linux.namespaces |= map(if .type == "pid" then .path = $pid else . end)' \
  "$DIR/other/config.json" >"$DIR/other/.new"
mv "$DIR/other/.new" "$DIR/other/config.json"
# Another copy of the executable: of one that still runs no write would be let through, whatever it is.
"$tmp/another" --root "$root" create --bundle "$DIR/other" "$id-other" </dev/null >/dev/null 2>&1
awk '/^NSpid:/ { print $NF }' "/proc/$(state .pid "$id-other")/status" >"$tmp/number"
mv "$tmp/number" "$bundle/rootfs/number"
wait_until [ -e "$bundle/rootfs/holding" ]
must rt delete --force "$id-other"
touch "$bundle/rootfs/ended"
finish
expect_line end
expect_no_match '^written'
expect_equal "$(sha256sum <"$tmp/another")" "$before" 'the executable'
