# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: without an entry for 'time' the container stays in the runtime's.
. "$KIT"
without_namespace time
args readlink /proc/self/ns/time
must run
expect_output "$(readlink /proc/self/ns/time)"
