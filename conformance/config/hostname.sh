# SPDX-License-Identifier: Apache-2.0
# config.md, Hostname: what processes in the container see as host name; the host keeps its own.
. "$KIT"
before=$(uname -n)
config '.hostname = "mrs-dalloway"'
inside 'hostname; cat /proc/sys/kernel/hostname'
must run
expect_output 'mrs-dalloway
mrs-dalloway'
expect_equal "$(uname -n)" "$before" 'host name of the host'
