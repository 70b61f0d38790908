# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: pause of what does not run is refused with 'container not running'.
. "$KIT"
rt pause "$id"
expect_error '(does not exist|no such file)'
args sleep 1000
must create
must rt start "$id"
must rt pause "$id"
if is_hull; then
  rt pause "$id"
  expect_error 'container not running; it is paused'
fi
expect_state paused
must rt resume "$id"
must rt kill "$id" KILL
wait_state stopped
rt pause "$id"
expect_error '(container not running|is not running)'
