# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: without an entry for 'pid' the container stays in the runtime's.
. "$KIT"
without_namespace pid
args readlink /proc/self/ns/pid
must run
expect_output "$(readlink /proc/self/ns/pid)"
