# SPDX-License-Identifier: Apache-2.0
# runtime.md, Lifecycle 5: a failing createContainer hook fails create; the container is destroyed.
. "$KIT"
hook createContainer 'exit 3'
expect_refused_create
