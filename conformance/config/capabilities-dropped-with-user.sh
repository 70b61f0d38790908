# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: without ambient ones, a program that is not root's holds none.
. "$KIT"
config '.process.user = {uid: 1000, gid: 1000}'
args grep Cap /proc/self/status
must run
expect_match '^CapEff:\s0000000000000000$'
expect_match '^CapAmb:\s0000000000000000$'
