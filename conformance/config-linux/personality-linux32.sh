# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Personality: LINUX32 makes uname show a 32-bit machine.
. "$KIT"
[ "$(uname -m)" = x86_64 ] || skip 'a machine whose 32-bit name is known to this script (x86_64)'
config '.linux.personality = {domain: "LINUX32"}'
args uname -m
must run
expect_output i686
