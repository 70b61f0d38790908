# SPDX-License-Identifier: Apache-2.0
# config.md, Annotations: annotations are a map.
. "$KIT"
config '.annotations = ["com.example.key"]'
expect_refused_create
