# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: without an entry for 'user' the container stays in the runtime's.
. "$KIT"
without_namespace user
args readlink /proc/self/ns/user
must run
expect_output "$(readlink /proc/self/ns/user)"
