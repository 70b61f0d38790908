# SPDX-License-Identifier: Apache-2.0
# issue 6: a container with a user namespace is restored in one.
. "$KIT"
checkpoints
user_namespace
must run --detach
counts_on 2
must checkpoint
must restore
counts_on 2
expect_equal "$(awk '{ print $1, $2, $3 }' "/proc/$(state .pid)/uid_map")" '0 100000 65536' 'the map'
