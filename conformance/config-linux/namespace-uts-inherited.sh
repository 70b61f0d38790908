# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: without an entry for 'uts' the container stays in the runtime's.
. "$KIT"
without_namespace uts
args readlink /proc/self/ns/uts
must run
expect_output "$(readlink /proc/self/ns/uts)"
