# SPDX-License-Identifier: Apache-2.0
# issue 5: a probe gets into a container that is at its pids limit.
. "$KIT"
controller pids
config '.linux.resources.pids.limit = 1'
args /bin/sleep 1000
must create
must rt start "$id"
must rt exec "$id" cat /proc/self/cgroup
expect_match conf
