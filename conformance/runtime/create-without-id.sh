# SPDX-License-Identifier: Apache-2.0
# runtime.md, Create: no id, no container.
. "$KIT"
rt create --bundle "$bundle"
expect_error
[ -z "$(find "$root" -mindepth 1 -name "$TOKEN*")" ] || fail 'a container was made'
