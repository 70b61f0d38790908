# SPDX-License-Identifier: Apache-2.0
# users.md 6 (CVE-2019-5736): a container that gets hold of the runtime's executable in a process that enters
# it, or that runs /proc/self/exe, cannot write to it afterwards.
. "$KIT"
attacks
# Not the executable that made the container: of one that still runs no write would be let through.
cp "$RUNTIME" "$tmp/another"
before=$(sha256sum <"$tmp/another")
config '.root.readonly = false
  | .process.capabilities |= map_values(. + ["CAP_SYS_PTRACE", "CAP_DAC_OVERRIDE"] | unique)'
args attack hold
must create
must rt start "$id"
wait_until grep -q watching "$container_out"
for round in $(seq 200); do
  "$tmp/another" --root "$root" exec "$id" true </dev/null >/dev/null 2>&1 || true
  "$tmp/another" --root "$root" exec "$id" /proc/self/exe --version </dev/null >/dev/null 2>&1 || true
  ! grep -q held "$container_out" || break
done
touch "$bundle/rootfs/ended"
finish
expect_line end
expect_no_match '^written'
expect_equal "$(sha256sum <"$tmp/another")" "$before" 'the executable'
