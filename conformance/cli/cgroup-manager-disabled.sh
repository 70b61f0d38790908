# SPDX-License-Identifier: Apache-2.0
# peers.md 1.1: --cgroup-manager=disabled makes no cgroup.
. "$KIT"
args sleep 1000
must rt --cgroup-manager=disabled create --bundle "$bundle" "$id"
for hierarchy in $(awk '$3 ~ /^cgroup2?$/ { print $2 }' /proc/mounts); do
  [ -z "$(find "$hierarchy" -type d -name "*$TOKEN*")" ] || fail "there is one in $hierarchy"
done
must rt start "$id"
must rt delete --force "$id"
expect_nothing_left
