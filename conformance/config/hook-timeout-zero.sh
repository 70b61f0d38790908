# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks: a timeout is greater than zero; a value that is not is an error.
. "$KIT"
hook createRuntime 'exit 0'
config '.hooks.createRuntime[0].timeout = 0'
expect_refused_create 'timeout'
