# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: a container is placed in the cgroup, pid and user namespaces of another, as pods
# ask for it, and in a cgroup of its own all the same: also where a cgroup namespace is a border (nsdelegate).
. "$KIT"
user_namespace
namespace cgroup
inside 'sleep 1000'
must create
must rt start "$id"
pid=$(state .pid)
other=$id-other
for kind in user pid cgroup; do namespace $kind "/proc/$pid/ns/$kind"; done
config 'del(.linux.uidMappings, .linux.gidMappings) | .linux.cgroupsPath |= . + "-other"'
args /bin/sh -c 'for kind in user pid cgroup; do readlink /proc/self/ns/$kind; done'
must rt run --bundle "$bundle" "$other"
expect_output "$(for kind in user pid cgroup; do readlink "/proc/$pid/ns/$kind"; done)"
must rt delete --force "$id"
expect_nothing_left
