# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Personality: LINUX makes uname show the machine itself.
. "$KIT"
config '.linux.personality = {domain: "LINUX"}'
args uname -m
must run
expect_output "$(uname -m)"
