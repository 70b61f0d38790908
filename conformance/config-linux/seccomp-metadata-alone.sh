# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: listenerMetadata without listenerPath is an error.
. "$KIT"
seccomp '{defaultAction: "SCMP_ACT_ALLOW", listenerMetadata: "x"}'
expect_refused_create
