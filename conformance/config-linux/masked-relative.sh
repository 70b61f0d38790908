# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Masked Paths: the paths are absolute; another one is an error.
. "$KIT"
config '.linux.maskedPaths = ["etc"]'
expect_refused_create maskedPaths
