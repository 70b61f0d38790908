# SPDX-License-Identifier: Apache-2.0
# config.md, Root: readonly defaults to false.
. "$KIT"
inside 'echo text >/file'
must run
[ "$(cat "$bundle/rootfs/file")" = text ] || fail 'the file is not there'
