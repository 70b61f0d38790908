# SPDX-License-Identifier: Apache-2.0
# config.md, CreateRuntime: a path that does not resolve in the runtime's namespace fails create.
. "$KIT"
config '.hooks.createRuntime = [{path: "/no/such/hook"}]'
expect_refused_create
