# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: a relative pid file starts from where the caller stands, not from the bundle.
. "$KIT"
cd "$tmp"
must create --pid-file pid
[ -s "$tmp/pid" ] || fail 'it is not there'
