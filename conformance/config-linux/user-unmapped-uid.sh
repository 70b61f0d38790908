# SPDX-License-Identifier: Apache-2.0
# config-linux.md, User namespace mappings, and runtime.md, Create: a user that no mapping covers
# cannot be had: an error.
. "$KIT"
user_namespace
config '.process.user.uid = 70000'
create
if [ "$status" = 0 ]; then rt start "$id"; fi
expect_error
