# SPDX-License-Identifier: Apache-2.0
# config.md, Valid values: an invalid value is an error: the domain of personality.
. "$KIT"
config '.linux.personality = {domain: "NONSENSE"}'
expect_refused_create NONSENSE
