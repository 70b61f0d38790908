# SPDX-License-Identifier: Apache-2.0
# runtime.md, Create: everything but process holds already when create returns.
. "$KIT"
config '.hostname = "applied"'
mount_entry '{destination: "/data", type: "tmpfs", source: "tmpfs", options: ["size=4096k"]}'
must create
pid=$(state .pid)
grep -q ' /data .* tmpfs ' "/proc/$pid/mountinfo" || fail '/data is not mounted in the created container'
expect_equal "$(nsenter -u -t "$pid" uname -n)" applied 'host name'
