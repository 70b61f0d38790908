# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: where somebody has moved a container's process elsewhere, so that its own cgroup was removed as an
# empty one, exec still works, and the new process goes where init is.
. "$KIT"
any_hierarchy
[ "$version" = v2 ] && [ "$(awk '$3 ~ /^cgroup/' /proc/mounts | wc -l)" = 1 ] || skip 'a view of v2 alone'
inside 'sleep 1000'
must create
must rt start "$id"
own=$(own_cgroup)
elsewhere=$hierarchy/moved-$TOKEN
mkdir "$elsewhere"
end() { rt delete --force "$id"; rmdir "$elsewhere"; }
state .pid >"$elsewhere/cgroup.procs"
# systemd removes it by itself.
rmdir "$own" 2>/dev/null || :
wait_until [ ! -e "$own" ]
rt exec "$id" sh -c 'cat /proc/self/cgroup; true'
[ "$status" = 0 ] || { why="exec ended with $status: $(tail -n 1 "$err")"; end; fail "$why"; }
seen=$(grep -c "moved-$TOKEN" "$out")
rt exec --cgroup / "$id" true
refused=$status
end
expect_equal "$seen" 1 'the lines that name the other cgroup'
[ "$refused" != 0 ] || fail '--cgroup / was not refused'
expect_nothing_left
