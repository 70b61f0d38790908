# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: all containers of the root are listed.
. "$KIT"
for name in a b c; do
  config '.linux.cgroupsPath = $path' --arg path "$cgroups_path-$name"
  must rt create --bundle "$bundle" "$id-$name"
done
must rt list -q
expect_equal "$(sort "$out" | paste -sd' ')" "$id-a $id-b $id-c" list
