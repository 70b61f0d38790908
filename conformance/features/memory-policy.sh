# SPDX-License-Identifier: Apache-2.0
# features-linux.md, MemoryPolicy: the modes and flags that config.json may name.
. "$KIT"
must rt features
expect_equal "$(jq -c '.linux.memoryPolicy.modes | sort' "$out")" \
  '["MPOL_BIND","MPOL_DEFAULT","MPOL_INTERLEAVE","MPOL_LOCAL","MPOL_PREFERRED","MPOL_PREFERRED_MANY","MPOL_WEIGHTED_INTERLEAVE"]'
expect_equal "$(jq -c '.linux.memoryPolicy.flags | sort' "$out")" \
  '["MPOL_F_NUMA_BALANCING","MPOL_F_RELATIVE_NODES","MPOL_F_STATIC_NODES"]'
