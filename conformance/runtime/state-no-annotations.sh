# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: without annotations the property is absent or an empty map.
. "$KIT"
must create
expect_equal "$(state '(.annotations // {}) | length')" 0 'number of annotations'
