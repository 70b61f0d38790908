# SPDX-License-Identifier: Apache-2.0
# peers.md 3.1: run.oci.systemd.subgroup puts the processes below the scope, which keeps the limits;
# run.oci.delegate-cgroup one cgroup further, below the root of the container's cgroup namespace.
# hull-only: runc has neither
. "$KIT"
config '.annotations["run.oci.systemd.subgroup"] = "inner" | .annotations["run.oci.delegate-cgroup"] = "own"
  | .linux.namespaces += [{type: "cgroup"}] | .linux.namespaces |= unique
  | .linux.resources.pids.limit = 1'
args sh -c 'read -r line </proc/self/cgroup; echo "$line" >/tmp/seen; exec sleep 100000'
must create
must rt start "$id"
scope=/system.slice/conformance-$TOKEN.scope
pid=$(state .pid "$id")
wait_until test -s "$bundle/rootfs/tmp/seen"
expect_equal "$(cat "$bundle/rootfs/tmp/seen")" 0::/own 'its cgroup as it sees it'
expect_equal "$(cat "/proc/$pid/cgroup")" "0::$scope/inner/own" 'its cgroup'
expect_equal "$(cat "/sys/fs/cgroup$scope/pids.max")" 1 'the limit of the scope'
expect_equal "$(cat "/sys/fs/cgroup$scope/inner/pids.max")" max 'the limit below it'
must rt delete --force "$id"
[ ! -e "/sys/fs/cgroup$scope" ] || fail "the cgroup is left"
