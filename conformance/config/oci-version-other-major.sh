# SPDX-License-Identifier: Apache-2.0
# config.md, Specification version: only versions of one major number are compatible.
# hull-only: no peer looks at the value
. "$KIT"
config '.ociVersion = "2.0.0"'
expect_refused_create ociVersion
