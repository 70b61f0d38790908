# SPDX-License-Identifier: Apache-2.0
# config.md, Domainname: what processes in the container see as domain name; the host keeps its own.
. "$KIT"
before=$(cat /proc/sys/kernel/domainname)
config '.domainname = "example.test"'
args cat /proc/sys/kernel/domainname
must run
expect_output example.test
expect_equal "$(cat /proc/sys/kernel/domainname)" "$before" 'domain name of the host'
