# SPDX-License-Identifier: Apache-2.0
# config.md, Valid values: an invalid value is an error: a namespace type.
. "$KIT"
config '.linux.namespaces += [{type: "nonsense"}]'
expect_refused_create nonsense
