# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: without an entry for 'ipc' the container stays in the runtime's.
. "$KIT"
without_namespace ipc
args readlink /proc/self/ns/ipc
must run
expect_output "$(readlink /proc/self/ns/ipc)"
