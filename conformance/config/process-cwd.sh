# SPDX-License-Identifier: Apache-2.0
# config.md, Process: cwd is where the program starts.
. "$KIT"
config '.process.cwd = "/tmp"'
inside 'pwd; readlink /proc/self/cwd'
must run
expect_output '/tmp
/tmp'
