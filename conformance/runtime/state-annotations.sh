# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: annotations holds what the configuration gives.
. "$KIT"
config '.annotations = {"com.example.key": "a value", "com.example.empty": ""}'
must create
expect_equal "$(state '.annotations["com.example.key"]')" 'a value' 'the annotation'
expect_equal "$(state '.annotations | has("com.example.empty")')" true 'presence of the empty annotation'
