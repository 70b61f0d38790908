# SPDX-License-Identifier: Apache-2.0
# runtime.md, Errors: a failed create does not touch another container.
. "$KIT"
args sleep 1000
must create
must rt start "$id"
config '.linux.namespaces += [{type: "nonsense"}]'
rt create --bundle "$bundle" "$id-bad"
expect_error
expect_state running
