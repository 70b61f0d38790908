# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: 'user' without a path is a new namespace of the container's own.
. "$KIT"
user_namespace
args readlink /proc/self/ns/user
must run
expect_match '^user:'
[ "$(cat "$out")" != "$(readlink /proc/self/ns/user)" ] || fail 'it is the namespace of the runtime'
