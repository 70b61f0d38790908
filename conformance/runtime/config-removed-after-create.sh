# SPDX-License-Identifier: Apache-2.0
# runtime.md, Create: later changes of config.json have no effect; not even its removal.
. "$KIT"
inside 'echo still here'
must create
rm "$bundle/config.json"
must rt start "$id"
finish
expect_output 'still here'
must rt delete "$id"
expect_nothing_left
