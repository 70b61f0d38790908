# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces: type is required.
. "$KIT"
config '.linux.namespaces += [{path: "/proc/self/ns/user"}]'
expect_refused_create
