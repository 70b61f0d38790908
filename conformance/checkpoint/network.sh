# SPDX-License-Identifier: Apache-2.0
# managers.md 1.3: a network namespace that the configuration joins is that of the restore.
. "$KIT"
checkpoints
holder net --net
namespace network "/proc/$holder/ns/net"
must run --detach
counts_on 2
must checkpoint
kill -KILL "$holder"
holder net --net
namespace network "/proc/$holder/ns/net"
must restore
expect_equal "$(readlink "/proc/$(state .pid)/ns/net")" "$(readlink "/proc/$holder/ns/net")" 'the network namespace'
