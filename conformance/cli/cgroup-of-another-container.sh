# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Control groups: a cgroup that is not empty is refused, naming the container that has it:
# the same cgroup, one above it, one below it.
# hull-only: the peers take the cgroup, or do not say whose it is
# cgroupfs-only: its cgroupsPath is a path
. "$KIT"
any_hierarchy
args sleep 1000
must create
path=$(jq -r .linux.cgroupsPath "$bundle/config.json")
new_bundle "$DIR/other"
# refused PATH TEXT
refused() {
  jq --arg path "$1" '.linux.cgroupsPath = $path' "$DIR/other/config.json" >"$DIR/other/.new"
  mv "$DIR/other/.new" "$DIR/other/config.json"
  rt create --bundle "$DIR/other" "$id-other"
  expect_error "$2"
  [ ! -e "$root/$id-other" ] || fail 'a state directory is left'
  expect_equal "$(cat "$(own_cgroup)/cgroup.procs")" "$(state .pid)" 'the only process in the cgroup'
}
refused "$path" "container's cgroup is not empty: 1 process\(es\) found in .*: $(state .pid); it is the cgroup of container '$id'"
expect_state created
must rt start "$id"
rt pause "$id"
expect_success
refused "$path/below" "container's cgroup unexpectedly frozen by '$path'; it is in the cgroup of container '$id'"
must rt resume "$id"
must rt delete --force "$id"

config '.linux.cgroupsPath = $path' --arg path "$path/deep"
must create
refused "$path" "not empty: 1 process\(es\) .*; container '$id' is in it"
