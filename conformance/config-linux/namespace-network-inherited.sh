# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: without an entry for 'network' the container stays in the runtime's.
. "$KIT"
without_namespace network
args readlink /proc/self/ns/net
must run
expect_output "$(readlink /proc/self/ns/net)"
