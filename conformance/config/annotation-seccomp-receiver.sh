# SPDX-License-Identifier: Apache-2.0
# peers.md 3.1: run.oci.seccomp.receiver is the listener's socket where listenerPath is missing, for exec too.
. "$KIT"
single_calls
agent 33 getppid
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["getppid"], action: "SCMP_ACT_NOTIFY"}]}'
config '.annotations["run.oci.seccomp.receiver"] = $path' --arg path "$socket"
inside 'call getppid; sleep 1000'
must create
expect_equal "$(jq -r .pid "$told")" "$(state .pid)" 'the pid in the state'
must rt start "$id"
wait_until grep -q 33 "$container_out"
must rt kill "$id" KILL
