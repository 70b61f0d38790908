# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: a hook that fails undoes the restore.
# hull-only: the texts are ours
. "$KIT"
checkpoints
must run --detach
counts_on 2
must checkpoint
hook createRuntime 'exit 3'
restore
expect_error 'createRuntime'
expect_nothing_left
config 'del(.hooks)'
must restore
counts_on 2
