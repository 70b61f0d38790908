# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Masked Paths: a path that is listed twice is masked once.
. "$KIT"
mkdir "$bundle/rootfs/hidden"
config '.linux.maskedPaths = ["/hidden", "/hidden/"]'
inside 'grep -c " /hidden " /proc/self/mountinfo'
run
expect_output 1
