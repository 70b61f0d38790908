# SPDX-License-Identifier: Apache-2.0
# peers.md 4.3: until start, exec.fifo stands in the state directory; callers look for it there.
. "$KIT"
args sleep 1000
must create
[ -p "$root/$id/exec.fifo" ] || fail 'it is not there'
must rt start "$id"
[ ! -e "$root/$id/exec.fifo" ] || fail 'it is still there'
