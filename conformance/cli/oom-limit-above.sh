# SPDX-License-Identifier: Apache-2.0
# issue 3: where the limit of a cgroup above was reached, not the container's own, that one is named.
# hull-only: the peers say nothing
# cgroupfs-only: its cgroupsPath is a path
. "$KIT"
controller memory
each() { for mounted in $(awk '$3 ~ /^cgroup2?$/ { print $2 }' /proc/mounts); do "$@"; done; }
make_above() { mkdir "$mounted/$TOKEN-above"; }
remove_above() { rmdir "$mounted/$TOKEN-above"; }
each make_above
file=memory.limit_in_bytes
[ "$version" = v1 ] || file=memory.max
[ "$version" = v1 ] || grep -qw memory "$hierarchy/cgroup.subtree_control" ||
  echo +memory >"$hierarchy/cgroup.subtree_control"
echo 8388608 >"$hierarchy/$TOKEN-above/$file"
config '.linux.resources.memory.limit = 67108864 | .linux.cgroupsPath = $path' --arg path "/$TOKEN-above/below"
args /bin/tail /dev/zero
run
expect_status 137
text="killed by the OOM killer: cgroup '/$TOKEN-above', above the container's, reached its memory limit of 8388608 bytes ($file)"
grep -qF -e "$text" "$err" || fail "it says '$(tail -n 1 "$err")', not '$text'"
# The container's own limit is the lower one.
config '.linux.resources.memory.limit = 4194304'
run
expect_status 137
text="killed by the OOM killer: cgroup '/$TOKEN-above/below' reached its memory limit of 4194304 bytes ($file)"
grep -qF -e "$text" "$err" || fail "it says '$(tail -n 1 "$err")', not '$text'"
each remove_above
expect_nothing_left
