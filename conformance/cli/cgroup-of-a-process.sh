# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Control groups: a cgroup with processes of no container is refused before anything is
# made, naming the processes and what they are.
# hull-only: the peers take the cgroup, or do not say who is in it
# cgroupfs-only: it makes the cgroup itself
. "$KIT"
any_hierarchy
mkdir "$hierarchy/$TOKEN"
sleep 1000000 &
holders+=($!)
echo $! >"$hierarchy/$TOKEN/cgroup.procs"
create
expect_error "container's cgroup is not empty: 1 process\(es\) found in $hierarchy/$TOKEN: $!; $! is 'sleep'"
[ ! -e "$root/$id" ] || fail 'a state directory is left'
expect_equal "$(cat "$hierarchy/$TOKEN/cgroup.procs")" "$!" 'the process in the cgroup'
kill -KILL $!
wait $! || true
remove_cgroups
must create
