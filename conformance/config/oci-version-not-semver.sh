# SPDX-License-Identifier: Apache-2.0
# config.md, Specification version: ociVersion is a SemVer 2.0.0 version.
# hull-only: no peer looks at the value
. "$KIT"
config '.ociVersion = "one"'
expect_refused_create ociVersion
