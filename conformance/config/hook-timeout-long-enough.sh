# SPDX-License-Identifier: Apache-2.0
# config.md, Hooks: a hook that ends in time is not disturbed by its timeout.
. "$KIT"
hook createRuntime "sleep 0.2; echo done >'$tmp/log'"
config '.hooks.createRuntime[0].timeout = 100'
must create
[ -e "$tmp/log" ] || fail 'the hook was cut off'
