# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Cgroups Path: a path that would lead out of the hierarchy is invalid, or stays inside.
# cgroupfs-only: its cgroupsPath is a path
. "$KIT"
config '.linux.cgroupsPath = $path' --arg path "/../../../../tmp/$TOKEN-out"
args sleep 1000
create
[ ! -d "/tmp/$TOKEN-out" ] || { rm -rf --one-file-system "/tmp/$TOKEN-out"; fail 'a directory was made outside of the hierarchy'; }
[ "$status" = 0 ] || expect_error
