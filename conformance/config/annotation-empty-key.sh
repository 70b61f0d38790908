# SPDX-License-Identifier: Apache-2.0
# config.md, Annotations: a key is not an empty string.
. "$KIT"
config '.annotations = {"": "value"}'
expect_refused_create annotations
