# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Memory policy: modes and flags that are none, nodes that are no list, and nodes where
# the mode has none or needs some.
. "$KIT"
refuse() {
  config '.linux.memoryPolicy = ($policy | fromjson)' --arg policy "$1"
  expect_refused_create
}
refuse '{"mode": "MPOL_NEAREST"}'
refuse '{"nodes": "0"}'
refuse '{"mode": "MPOL_BIND", "nodes": "0", "flags": ["MPOL_F_NONE"]}'
refuse '{"mode": "MPOL_BIND", "nodes": "0", "flags": ["MPOL_F_STATIC_NODES", "MPOL_F_RELATIVE_NODES"]}'
refuse '{"mode": "MPOL_BIND"}'
refuse '{"mode": "MPOL_BIND", "nodes": "1-0"}'
refuse '{"mode": "MPOL_BIND", "nodes": "0,,0"}'
refuse '{"mode": "MPOL_LOCAL", "nodes": "0"}'
