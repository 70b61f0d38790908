# SPDX-License-Identifier: Apache-2.0
# config.md, Poststart: start returns only when these hooks have run.
. "$KIT"
hook poststart "sleep 0.5; echo done >'$tmp/log'"
args sleep 1000
must create
[ ! -e "$tmp/log" ] || fail 'it ran at create'
must rt start "$id"
[ -e "$tmp/log" ] || fail 'start returned before the hook had run'
