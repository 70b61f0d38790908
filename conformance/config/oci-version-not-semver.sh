# SPDX-License-Identifier: Apache-2.0
# config.md, Specification version: ociVersion is a SemVer 2.0.0 version.
. "$KIT"
config '.ociVersion = "one"'
expect_refused_create
