# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Readonly Paths: what does not exist is passed by.
. "$KIT"
config '.linux.readonlyPaths = ["/no/such/thing"]'
inside 'echo ran'
must run
expect_output ran
