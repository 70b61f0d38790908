# SPDX-License-Identifier: Apache-2.0
# config-linux.md, RDMA, and runtime.md, Create: what cannot be limited is an error.
. "$KIT"
config '.linux.resources.rdma = {"nosuch_0": {hcaObjects: 100}}'
expect_refused_create rdma
