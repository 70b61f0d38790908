# SPDX-License-Identifier: Apache-2.0
# issue 2: a hook that took too long is told as such.
. "$KIT"
hook createRuntime 'exec sleep 1000'
config '.hooks.createRuntime[0].timeout = 1'
expect_refused_create 'createRuntime/0.*(timeout|timed out|1 s)'
