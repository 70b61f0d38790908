# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: kill --all of a stopped container succeeds.
. "$KIT"
inside :
must create
must rt start "$id"
wait_state stopped
must rt kill --all "$id" KILL
