# SPDX-License-Identifier: Apache-2.0
# config.md, Process: as by execvp, a name with a slash is not looked up; it starts from cwd.
. "$KIT"
mkdir "$bundle/rootfs/own"
printf '#!/bin/sh\necho from cwd\n' >"$bundle/rootfs/own/program"
chmod +x "$bundle/rootfs/own/program"
config '.process.cwd = "/own"'
args ./program
must run
expect_output 'from cwd'
