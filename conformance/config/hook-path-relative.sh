# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks: the path of a hook is absolute; another one is an error.
. "$KIT"
config '.hooks.createRuntime = [{path: "bin/true"}]'
expect_refused_create
