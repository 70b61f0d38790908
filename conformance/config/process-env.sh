# SPDX-License-Identifier: Apache-2.0
# config.md, Process: env is the environment of the program; the caller's does not leak into it.
. "$KIT"
config '.process.env = ["PATH=/bin", "A=1", "B=two words", "C=", "D=x=y"]'
args env
LEAKED=yes must run
for line in PATH=/bin A=1 'B=two words' C= D=x=y; do expect_line "$line"; done
expect_no_match LEAKED
