# SPDX-License-Identifier: Apache-2.0
# config-linux.md, User namespace mappings: size is required.
. "$KIT"
user_namespace
config 'del(.linux.uidMappings[0].size)'
expect_refused_create
