# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Unified: the controller hugetlb, also where others are on v1.
. "$KIT"
unified_controller hugetlb
[ -d /sys/kernel/mm/hugepages/hugepages-2048kB ] || skip 'huge pages of 2 MB'
config '.linux.resources.unified = {"hugetlb.2MB.max": "8388608"}'
must create
expect_file hugetlb.2MB.max 8388608
