# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Unified: each key refers to a file of the cgroup, and to none elsewhere.
. "$KIT"
for key in ../memory.max /memory.max sub/memory.max .. ''; do
  config '.linux.resources.unified = {($key): "1"}' --arg key "$key"
  expect_refused_create
done
