# SPDX-License-Identifier: Apache-2.0
# users.md, slirp4netns and the like: before it is started an ordinary user's container is as open to its owner as
# afterwards: their hooks and helpers enter its namespaces, exec works; but nothing of the host's stays in it.
. "$KIT"
as_user
namespace network
inside 'sleep 1000'
config '.hooks.createRuntime = [{path: "/bin/sh", args: ["sh", "-c", $hook]}]' \
  --arg hook "pid=\$(sed 's/.*\"pid\": *\\([0-9]*\\).*/\\1/'); readlink /proc/\$pid/ns/net >'$xdg/hook'"
must create
pid=$(state .pid)
net=$(readlink "/proc/$pid/ns/net")
expect_equal "$(cat "$xdg/hook")" "$net" 'what the hook sees'
helper=(setpriv --reuid "$user" --regid "$user" --clear-groups nsenter --target "$pid" --user --net)
expect_equal "$("${helper[@]}" --preserve-credentials readlink /proc/self/ns/net)" "$net" 'what a helper enters'
must rt exec "$id" readlink /proc/self/ns/net
expect_output "$net"
# A descriptor of the host's would be a way out for who can trace it.
for file in "/proc/$pid/fd"/*; do
  [ ! -d "$file" ] || fail "it holds the directory $(readlink "$file")"
done
must rt start "$id"
must rt delete --force "$id"
