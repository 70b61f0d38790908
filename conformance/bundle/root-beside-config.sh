# SPDX-License-Identifier: Apache-2.0
# bundle.md, Container Format 2: the root filesystem is the directory that root.path names, found
# from the bundle and not from where the caller stands.
. "$KIT"
echo inside >"$bundle/rootfs/which"
mkdir -p "$tmp/rootfs"
cd "$tmp"
args cat /which
run
expect_success
expect_output inside
