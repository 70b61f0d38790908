# SPDX-License-Identifier: Apache-2.0
# runtime.md, Start: the program that process names is what runs; its status is what `run` ends with.
. "$KIT"
inside 'echo from inside; exit 7'
run
expect_status 7
expect_output 'from inside'
expect_nothing_left
