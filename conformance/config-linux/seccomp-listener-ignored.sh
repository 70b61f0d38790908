# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Seccomp: without SCMP_ACT_NOTIFY listenerPath is ignored.
. "$KIT"
seccomp '{defaultAction: "SCMP_ACT_ALLOW", listenerPath: "/no/such/socket", listenerMetadata: "x"}'
args true
must run
