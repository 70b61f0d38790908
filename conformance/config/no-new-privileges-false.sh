# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process: noNewPrivileges is off unless it is asked for.
. "$KIT"
config 'del(.process.noNewPrivileges)'
args grep NoNewPrivs /proc/self/status
must run
expect_match '^NoNewPrivs:\s0$'
