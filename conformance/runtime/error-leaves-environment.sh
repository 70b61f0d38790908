# SPDX-License-Identifier: Apache-2.0
# runtime.md, Errors: a failed operation leaves everything as if it had never been attempted.
. "$KIT"
mount_entry '{destination: "/data", type: "bind", source: "/nowhere/at/all", options: ["bind"]}'
expect_refused_create 'no such file or directory'
