# SPDX-License-Identifier: Apache-2.0
# config.md, Poststop: delete returns only when these hooks have run, after the container is gone.
. "$KIT"
hook poststop "sleep 0.5; echo done >'$tmp/log'"
inside :
must create
must rt start "$id"
wait_state stopped
[ ! -e "$tmp/log" ] || fail 'it ran before delete'
must rt delete "$id"
[ -e "$tmp/log" ] || fail 'delete returned before the hook had run'
