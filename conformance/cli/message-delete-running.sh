# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: delete of a running container says what it is.
. "$KIT"
args sleep 1000
must create
must rt start "$id"
rt delete "$id"
expect_error "cannot delete container .* that is not stopped: running"
