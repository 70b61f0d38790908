# SPDX-License-Identifier: Apache-2.0
# runtime.md, Delete: deleting one container leaves another one running.
. "$KIT"
args sleep 1000
must create
must rt start "$id"
config '.linux.cgroupsPath += "-other"'
inside :
must rt create --bundle "$bundle" "$id-other"
must rt start "$id-other"
wait_until is_state stopped "$id-other"
must rt delete "$id-other"
expect_state running
