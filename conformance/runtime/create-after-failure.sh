# SPDX-License-Identifier: Apache-2.0
# runtime.md, Errors: after a failed create the same id and the same cgroup can be used at once.
. "$KIT"
mount_entry '{destination: "/data", source: "/no/such/source", options: ["bind"]}'
create
expect_error
config 'del(.mounts[-1])'
inside 'echo ran'
must run
expect_output ran
