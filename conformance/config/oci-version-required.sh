# SPDX-License-Identifier: Apache-2.0
# config.md, Specification version: ociVersion is required.
. "$KIT"
config 'del(.ociVersion)'
expect_refused_create
