# SPDX-License-Identifier: Apache-2.0
# config-linux.md, IntelRdt: without intelRdt no resctrl is touched.
. "$KIT"
resctrl
all() { rdt_groups | grep -F "$TOKEN" || true; cat "$resctrl/schemata"; }
before=$(all)
must create
expect_equal "$(all)" "$before" 'resctrl'
must rt delete --force "$id"
expect_equal "$(all)" "$before" 'resctrl'
