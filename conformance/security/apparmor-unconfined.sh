# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: the profile "unconfined" is none.
. "$KIT"
need_apparmor
config '.process.apparmorProfile = "unconfined"'
args cat /proc/self/attr/current
must run
expect_output unconfined
