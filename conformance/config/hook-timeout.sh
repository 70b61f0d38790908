# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks: a hook is aborted after timeout seconds.
. "$KIT"
hook createRuntime 'exec sleep 1000'
config '.hooks.createRuntime[0].timeout = 1'
expect_refused_create
