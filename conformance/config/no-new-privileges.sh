# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: noNewPrivileges keeps the process from gaining privileges.
. "$KIT"
config '.process.noNewPrivileges = true'
args grep NoNewPrivs /proc/self/status
must run
expect_match '^NoNewPrivs:\s1$'
