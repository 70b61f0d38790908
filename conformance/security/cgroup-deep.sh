# SPDX-License-Identifier: Apache-2.0
# runtime.md, Delete: a container that nests cgroups deeper than a path can be long (PATH_MAX), with processes at the
# bottom, frozen there on v1, is listed, killed and deleted all the same, and nothing is left.
. "$KIT"
namespace cgroup
mount_entry '{destination: "/sys/fs/cgroup", type: "cgroup", source: "cgroup", options: ["nosuid", "noexec", "nodev"]}'
name=$(printf 'n%.0s' $(seq 240))
# Down by one name at a time, for no path is short enough.
inside 'count=1
  for file in /sys/fs/cgroup/cgroup.procs /sys/fs/cgroup/*/cgroup.procs; do
    [ -e "$file" ] && ! [ -L "${file%/*}" ] || continue
    cd "${file%/*}"
    for level in $(seq 20); do
      mkdir '"$name"' && cd -P '"$name"' 2>/dev/null
      for set in cpuset.cpus cpuset.mems; do
        if [ -e $set ] && [ -w $set ]; then cat ../$set >$set; fi 2>/dev/null
      done
    done
    sleep 1000 &
    echo $! >cgroup.procs && count=$((count + 1))
    if [ -e freezer.state ]; then echo FROZEN >freezer.state; fi
  done
  echo "deep $count"; exec sleep 1000'
must create
must rt start "$id"
wait_until grep -q '^deep ' "$container_out"
count=$(sed -n 's/^deep //p' "$container_out")
[ "$count" -gt 1 ] || fail "the container got into none: $(cat "$container_out")"
listed=0
rt ps --format json "$id"
[ "$status" != 0 ] || listed=$(jq length "$out")
rt delete --force "$id"
deleted=$status
# A runtime that failed leaves what no signal ends.
left=$(find $(awk '$3 ~ /^cgroup2?$/ { print $2 }' /proc/mounts | sort -u) -depth -type d -name n\* -path "*$TOKEN*" \
  -execdir sh -c '[ ! -e "$1/freezer.state" ] || echo THAWED >"$1/freezer.state"' sh {} \; -printf x)
expect_equal "$deleted" 0 'the status of delete'
expect_equal "$left" '' 'what is left'
expect_equal "$listed" "$count" 'the number of processes that ps lists'
expect_nothing_left
