# SPDX-License-Identifier: Apache-2.0
# runtime.md, Lifecycle 2-13: prestart, createRuntime and createContainer by create; startContainer,
# the program and poststart by start; poststop by delete.
. "$KIT"
log=$bundle/rootfs/tmp/log
for kind in prestart createRuntime createContainer poststart poststop; do
  hook $kind "echo $kind >>'$log'"
done
hook startContainer 'echo startContainer >>/tmp/log'
inside 'echo program >>/tmp/log; exec sleep 1000'
create
expect_success
expect_equal "$(paste -sd' ' "$log")" 'prestart createRuntime createContainer' 'order at create'
must rt start "$id"
wait_until grep -q program "$log"
expect_equal "$(grep -v poststart "$log" | tail -n 2 | paste -sd' ')" 'startContainer program' 'order at start'
grep -q poststart "$log" || fail 'no poststart hook ran at start'
must rt kill "$id" KILL
wait_state stopped
must rt delete "$id"
expect_equal "$(tail -n 1 "$log")" poststop 'last of delete'
