# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: an id in use: "container with given ID already exists".
. "$KIT"
must create
rt create --bundle "$bundle" "$id"
expect_error 'container with given ID already exists'
