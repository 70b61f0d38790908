# SPDX-License-Identifier: Apache-2.0
# runtime.md, Create: a property that cannot be applied is an error, and no container is made.
. "$KIT"
mount_entry '{destination: "/data", type: "nosuchfs", source: "none"}'
expect_refused_create
