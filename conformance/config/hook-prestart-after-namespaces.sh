# SPDX-License-Identifier: Apache-2.0
# config.md, Prestart: called when the container's namespaces exist, so that they can be customised.
. "$KIT"
hook prestart "pid=\$(sed 's/.*\"pid\": *\\([0-9]*\\).*/\\1/' | tr -dc 0-9)
  readlink /proc/\$pid/ns/net >'$tmp/ns'"
must create
[ "$(cat "$tmp/ns")" != "$(readlink /proc/self/ns/net)" ] || fail 'the network namespace is the host’s'
expect_equal "$(cat "$tmp/ns")" "$(readlink "/proc/$(state .pid)/ns/net")" 'network namespace'
