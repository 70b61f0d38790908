# SPDX-License-Identifier: Apache-2.0
# config.md, Root: root is required on Linux.
. "$KIT"
config 'del(.root)'
expect_refused_create root
