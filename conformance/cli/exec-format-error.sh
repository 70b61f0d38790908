# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: what is no program at all is found at start, and said on the container's stderr.
. "$KIT"
printf '\0\0\0\0not a program' >"$bundle/rootfs/file"
chmod +x "$bundle/rootfs/file"
args /file
run
expect_error 'exec format error'
