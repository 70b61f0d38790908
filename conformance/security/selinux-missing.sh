# SPDX-License-Identifier: Apache-2.0
# runtime.md, Create: labels for a security module that is not there are an error.
. "$KIT"
[ ! -e /sys/fs/selinux/enforce ] || skip 'a kernel without SELinux'
label=system_u:system_r:container_t:s0:c1,c2
cp "$bundle/config.json" "$tmp/config.json"
config '.process.selinuxLabel = $context' --arg context "$label"
expect_refused_create
! is_hull || expect_error "/process/selinuxLabel: '$label' needs SELinux"
cp "$tmp/config.json" "$bundle/config.json"
config '.linux.mountLabel = $context' --arg context "$label"
expect_refused_create
! is_hull || expect_error "/linux/mountLabel: '$label' needs SELinux"
