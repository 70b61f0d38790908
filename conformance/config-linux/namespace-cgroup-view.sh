# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces, cgroup: the container's own cgroup is the root of what it sees.
. "$KIT"
namespace cgroup
inside 'grep -c ":/$" /proc/self/cgroup; grep -vc ":/$" /proc/self/cgroup || :'
must run
expect_equal "$(tail -n 1 "$out")" 0 'number of cgroups that are not the root'
