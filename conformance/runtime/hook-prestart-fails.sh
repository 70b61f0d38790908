# SPDX-License-Identifier: Apache-2.0
# runtime.md, Lifecycle 3: a failing prestart hook fails create; the container is destroyed.
. "$KIT"
hook prestart 'exit 3'
expect_refused_create
