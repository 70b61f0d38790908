# SPDX-License-Identifier: Apache-2.0
# runtime.md, Lifecycle 4: a failing createRuntime hook fails create; the container is destroyed.
. "$KIT"
hook createRuntime 'exit 3'
expect_refused_create
