# SPDX-License-Identifier: Apache-2.0
# config.md, CreateRuntime: called when the container's namespaces exist, so that they can be
# customised: an interface made there is still there for the program.
. "$KIT"
command -v ip >/dev/null || skip 'the program ip of the host (package iproute2)'
hook createRuntime "pid=\$(tr -d '\\n' | sed 's/.*\"pid\": *\\([0-9]*\\).*/\\1/')
  nsenter -n -t \$pid ip link add veth-a type veth peer name veth-b"
inside 'ls /sys/class/net'
must run
expect_line veth-a
