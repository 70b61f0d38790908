# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Personality: domain is required.
. "$KIT"
config '.linux.personality = {}'
expect_refused_create personality
