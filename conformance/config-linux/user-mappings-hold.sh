# SPDX-License-Identifier: Apache-2.0
# config-linux.md, User namespace mappings: to the host the container's root is the mapped id.
. "$KIT"
user_namespace
args sleep 1000
must create
must rt start "$id"
expect_equal "$(stat -c %u:%g "/proc/$(state .pid)")" 100000:100000 'owner of the process'
