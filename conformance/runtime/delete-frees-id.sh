# SPDX-License-Identifier: Apache-2.0
# runtime.md, Delete: an id may be used again.
. "$KIT"
inside 'echo "run $(hostname)"'
config '.hostname = "first"'
must create
must rt start "$id"
wait_state stopped
must rt delete "$id"
config '.hostname = "second"'
must create
must rt start "$id"
finish
expect_output 'run second'
