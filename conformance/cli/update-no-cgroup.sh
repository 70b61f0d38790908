# SPDX-License-Identifier: Apache-2.0
# issue 3 "bad input": update of a container that was created without a cgroup says so.
# hull-only: runc has no such containers, crun takes the update for done
. "$KIT"
args sleep 1000
must rt --cgroup-manager=disabled create --bundle "$bundle" "$id"
rt update --pids-limit 10 "$id"
expect_error "update '$id': container has no cgroup: it was created with --cgroup-manager=disabled"
