# SPDX-License-Identifier: Apache-2.0
# issue 6: a restore that is killed leaves nothing that delete --force does not remove.
. "$KIT"
checkpoints
no_criu() { ! pgrep -f '^criu: restore' >/dev/null; }
must run --detach
counts_on 2
must checkpoint
# As late as a hook can be.
hook createRuntime "kill -KILL \$PPID; sleep 0.2"
restore
[ "$status" = 137 ] || fail "it ended with $status"
must rt delete --force "$id"
expect_nothing_left
# CRIU's helpers do not end by themselves; they were in the cgroup.
wait_until no_criu
config 'del(.hooks)'
must restore
counts_on 2
