# SPDX-License-Identifier: Apache-2.0
# config.md, Annotations: values are strings.
. "$KIT"
config '.annotations = {"com.example.key": 7}'
expect_refused_create
