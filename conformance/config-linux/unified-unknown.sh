# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Unified: what the runtime does not know is written to the file of that name: the
# kernel's refusal of a value shows that it was asked.
. "$KIT"
any_hierarchy
[ "$version" = v2 ] || skip 'a v2 hierarchy'
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
