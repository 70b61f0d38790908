# SPDX-License-Identifier: Apache-2.0
# runtime.md, Warnings: an operation that only warns goes on as if it had not.
. "$KIT"
config '.process.capabilities.bounding += ["CAP_NONSENSE"]'
inside 'echo went on'
run
expect_success
expect_output 'went on'
