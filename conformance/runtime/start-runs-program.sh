# SPDX-License-Identifier: Apache-2.0
# runtime.md, Start: the program that process gives is run.
. "$KIT"
args /bin/echo one 'two three'
must create
must rt start "$id"
finish
expect_output 'one two three'
