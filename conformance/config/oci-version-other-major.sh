# SPDX-License-Identifier: Apache-2.0
# config.md, Specification version: only versions of one major number are compatible.
. "$KIT"
config '.ociVersion = "2.0.0"'
expect_refused_create
