# SPDX-License-Identifier: Apache-2.0
# issue 2 "bad input": duplicate namespaces name the second one.
# hull-only: the peers tell no pointer
. "$KIT"
config '.linux.namespaces += [{type: "uts"}]'
expect_refused_create '/linux/namespaces/5.*uts'
