# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: SCMP_ACT_NOTIFY hands a call to the listener at listenerPath, with the container process state.
. "$KIT"
single_calls
agent 33 getppid
seccomp '{defaultAction: "SCMP_ACT_ALLOW", listenerPath: $path, listenerMetadata: "the metadata",
  syscalls: [{names: ["getppid"], action: "SCMP_ACT_NOTIFY"}]}' --arg path "$socket"
config '.annotations = {colour: "green"}'
inside 'call getppid; call sched_get_priority_max 1; sleep 1000'
must create
state=$(cat "$told")
expect_equal "$(jq -r '.fds | join(",")' <<<"$state")" seccompFd fds
expect_equal "$(jq -r .metadata <<<"$state")" 'the metadata' metadata
expect_equal "$(jq -r .pid <<<"$state")" "$(state .pid)" pid
expect_equal "$(jq -r .state.id <<<"$state")" "$id" state.id
expect_equal "$(jq -r .state.status <<<"$state")" creating state.status
expect_equal "$(jq -r .state.bundle <<<"$state")" "$(realpath "$bundle")" state.bundle
expect_equal "$(jq -r .state.annotations.colour <<<"$state")" green state.annotations
[ -n "$(jq -r '.ociVersion // empty' <<<"$state")" ] || fail 'no ociVersion'
must rt start "$id"
wait_until grep -q 99 "$container_out"
must rt kill "$id" KILL
finish
expect_output "errno 33
99"
