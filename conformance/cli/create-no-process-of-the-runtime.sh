# SPDX-License-Identifier: Apache-2.0
# managers.md 0: a created container is one process, and no other is left of the runtime.
. "$KIT"
args sleep 1000
must create
expect_equal "$(awk '$1 == "PPid:" && $2 == 1' /proc/[0-9]*/status | wc -l)" 2 'number of children of the reaper (this script, the container)'
