# SPDX-License-Identifier: Apache-2.0
# peers.md 2.1: a host name needs a UTS namespace: the host's is not changed.
. "$KIT"
before=$(uname -n)
without_namespace uts
config '.hostname = "from-the-container"'
create
expect_equal "$(uname -n)" "$before" 'host name of the host'
expect_error
expect_nothing_left
