# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: the table has a line for each container, under headings.
. "$KIT"
must create
must rt list
expect_match '^(ID|NAME) +PID +STATUS +BUNDLE( PATH)? +CREATED +OWNER'
expect_match "^$id +$(state .pid) +created +$bundle "
must rt list -f table
expect_match "^$id "
