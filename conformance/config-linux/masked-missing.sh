# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Masked Paths: what does not exist needs no mask.
. "$KIT"
config '.linux.maskedPaths = ["/no/such/thing"]'
inside 'echo ran'
must run
expect_output ran
