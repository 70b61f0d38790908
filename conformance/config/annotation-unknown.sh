# SPDX-License-Identifier: Apache-2.0
# config.md, Annotations: an unknown key, even in the reserved namespace, is no error.
. "$KIT"
config '.annotations = {"org.opencontainers.no.such.key": "x", "com.example.other": ""}'
inside 'echo ran'
must run
expect_output ran
