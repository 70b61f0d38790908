# SPDX-License-Identifier: Apache-2.0
# managers.md 1.4: without the right to make a cgroup a container that asks for none runs without, and no
# command fails for it but those that need one, which say so.
# hull-only: the peers say other things
. "$KIT"
as_user
inside 'sleep 1000 & sleep 1000'
must create
must rt start "$id"
expect_equal "$(cat "/proc/$(state .pid)/cgroup")" "$(cat /proc/self/cgroup)" 'where it is'
rt pause "$id"
expect_error 'without a cgroup cannot be paused'
rt events --stats "$id"
expect_error 'without a cgroup'
rt update --pids-limit 5 "$id"
expect_error "no cgroup: .*is not the caller's to make cgroups in"
must rt kill "$id" KILL
wait_state stopped
must rt delete "$id"
expect_nothing_left
must rt --cgroup-manager=disabled create --bundle "$bundle" "$id"
must rt delete --force "$id"
expect_nothing_left
# Nor is there then anything that would find all of it, unless its pid namespace does.
warned() { grep -q 'only the container.s first process is found' "$err"; }
must rt --debug create --bundle "$bundle" "$id"
! warned || fail "a warning: $(cat "$err")"
must rt delete --force "$id"
without_namespace pid
config '(.mounts[] | select(.destination == "/proc")) |= {destination, type: "none", source: "/proc", options: ["rbind"]}'
must rt --debug create --bundle "$bundle" "$id"
warned || fail "no warning: $(cat "$err")"
must rt delete --force "$id"
