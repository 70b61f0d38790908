# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Huge page limits: of use and, where the kernel can, of reservations.
. "$KIT"
controller hugetlb
[ -d /sys/kernel/mm/hugepages/hugepages-2048kB ] || skip 'huge pages of 2 MB'
config '.linux.resources.hugepageLimits = [{pageSize: "2MB", limit: 4194304}]'
must create
expect_limit hugetlb.2MB.limit_in_bytes 4194304 hugetlb.2MB.max 4194304
if [ -e "$(own_cgroup)/hugetlb.2MB.rsvd.max" ] || [ -e "$(own_cgroup)/hugetlb.2MB.rsvd.limit_in_bytes" ]; then
  expect_limit hugetlb.2MB.rsvd.limit_in_bytes 4194304 hugetlb.2MB.rsvd.max 4194304
fi
