# SPDX-License-Identifier: Apache-2.0
# config.md, Process: the first of args is looked up as execvp does: by PATH of process.env.
. "$KIT"
mkdir "$bundle/rootfs/own"
printf '#!/bin/sh\necho found by PATH\n' >"$bundle/rootfs/own/program"
chmod +x "$bundle/rootfs/own/program"
config '.process.env = ["PATH=/nowhere:/own:/bin"]'
args program
must run
expect_output 'found by PATH'
