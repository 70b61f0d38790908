# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: ambient capabilities reach a program that is not root's.
. "$KIT"
config '.process.capabilities = (["CAP_NET_BIND_SERVICE"] |
  {bounding: ., effective: ., permitted: ., inheritable: ., ambient: .})
  | .process.user = {uid: 1000, gid: 1000}'
args grep Cap /proc/self/status
must run
expect_match '^CapAmb:\s0000000000000400$'
expect_match '^CapEff:\s0000000000000400$'
expect_match '^CapPrm:\s0000000000000400$'
