# SPDX-License-Identifier: Apache-2.0
# config.md, Process: long argument lists and environments arrive whole.
. "$KIT"
config '.process.env += [range(3000) | "VARIABLE_\(.)=\("x" * 50)"]
  | .process.args = ["/bin/sh", "-c", "env | grep -c ^VARIABLE_; echo ${#1}; echo $#", "sh", ("y" * 100000)] + [range(2000) | "z"]'
must run
expect_output '3000
100000
2001'
