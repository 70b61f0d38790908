# SPDX-License-Identifier: Apache-2.0
# issue 2: create and start change nothing in the caller's mount table.
. "$KIT"
cut -d' ' -f5- /proc/self/mountinfo >"$tmp/before"
args sleep 1000
must create
cut -d' ' -f5- /proc/self/mountinfo | diff "$tmp/before" - || fail 'create changed it'
must rt start "$id"
cut -d' ' -f5- /proc/self/mountinfo | diff "$tmp/before" - || fail 'start changed it'
