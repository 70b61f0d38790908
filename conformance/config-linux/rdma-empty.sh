# SPDX-License-Identifier: Apache-2.0
# config-linux.md, RDMA: hcaHandles or hcaObjects in every entry.
. "$KIT"
config '.linux.resources.rdma = {"mlx5_1": {}}'
expect_refused_create rdma
