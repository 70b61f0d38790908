# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Masked Paths: a masked file cannot be read.
. "$KIT"
echo secret >"$bundle/rootfs/secret"
config '.linux.maskedPaths = ["/secret"]'
inside 'cat /secret; echo end'
run
expect_no_match secret
expect_equal "$(cat "$bundle/rootfs/secret")" secret 'the file on the host'
