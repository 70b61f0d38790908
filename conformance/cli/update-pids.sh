# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: update --pids-limit; -1 is none.
. "$KIT"
controller pids
must create
must rt update --pids-limit 20 "$id"
expect_limit pids.max 20 pids.max 20
must rt update --pids-limit -1 "$id"
expect_limit pids.max max pids.max max
