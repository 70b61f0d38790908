# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Unified: what the runtime does not know is written to the file of that name: the
# kernel's refusal of a value shows that it was asked.
. "$KIT"
grep -q ' cgroup2 ' /proc/mounts || skip 'a v2 hierarchy'
controller='' version=v2 hierarchy=$(awk '$3 == "cgroup2" { print $2 }' /proc/mounts | head -n 1)
must create
file=cgroup.pressure
[ -e "$(own_cgroup)/$file" ] || skip 'a kernel with pressure stall information'
must rt delete --force "$id"
config '.linux.resources.unified = {($file): "0"}' --arg file $file
must create
expect_file $file 0
must rt delete --force "$id"
config '.linux.resources.unified = {($file): "many"}' --arg file $file
expect_refused_create $file
