# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Readonly Paths: the paths are absolute; another one is an error.
. "$KIT"
config '.linux.readonlyPaths = ["etc"]'
expect_refused_create readonlyPaths
