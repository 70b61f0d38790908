# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Huge page limits: pageSize must match a file of the controller; and it is required.
. "$KIT"
controller hugetlb
config '.linux.resources.hugepageLimits = [{pageSize: "3MB", limit: 4194304}]'
expect_refused_create
config '.linux.resources.hugepageLimits = [{limit: 4194304}]'
expect_refused_create pageSize
