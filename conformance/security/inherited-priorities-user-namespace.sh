# SPDX-License-Identifier: Apache-2.0
# issue 4: nor has a container in a user namespace, where nobody has the power over nice values.
# hull-only: the peers leave it to the container
. "$KIT"
process_tool
user_namespace
chrt --idle -p 0 $$
renice -n 7 -p $$ >/dev/null
ionice -c 3 -p $$
args process show policy nice io
must run
expect_output '0 0 0'
