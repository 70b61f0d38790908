# SPDX-License-Identifier: Apache-2.0
# issue 6: a restored container is confined as it was.
. "$KIT"
checkpoints
config '.process.noNewPrivileges = true | .process.capabilities |= map_values(["CAP_KILL"])
  | .linux.seccomp = {defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["acct"], action: "SCMP_ACT_ERRNO"}]}
  | .linux.resources.pids = {limit: 30}'
must run --detach
counts_on 2
of() { grep -E '^(Cap|NoNewPrivs|Seccomp:|Uid|Gid)' "/proc/$(state .pid)/status"; }
before=$(of)
grep -q 'Seccomp:.2' <<<"$before" || fail "it had no filter: $before"
must checkpoint
must restore
expect_equal "$(of)" "$before" 'how it is confined'
# And so is what enters it.
must rt exec "$id" grep Seccomp: /proc/self/status
expect_match '^Seccomp:.2$'
controller pids
expect_equal "$(cat "$hierarchy$(sed -n 's/^0:://p' "/proc/$(state .pid)/cgroup")/pids.max")" 30 'the limit'
