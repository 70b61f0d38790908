# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Masked Paths: the container cannot take the mask away when it may not mount.
. "$KIT"
echo secret >"$bundle/rootfs/secret"
config '.linux.maskedPaths = ["/secret"] | .process.capabilities |= map_values(map(select(. != "CAP_SYS_ADMIN")))'
inside 'umount /secret; cat /secret; echo end'
run
expect_no_match secret
