# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: two entries of one type are an error.
. "$KIT"
config '.linux.namespaces += [{type: "uts"}]'
expect_refused_create
