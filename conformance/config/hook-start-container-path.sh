# SPDX-License-Identifier: Apache-2.0
# config.md, StartContainer: their path is resolved in the container's namespace.
. "$KIT"
printf '#!/bin/sh\necho program of the container >/tmp/log\n' >"$bundle/rootfs/bin/only-here"
chmod +x "$bundle/rootfs/bin/only-here"
config '.hooks.startContainer = [{path: "/bin/only-here"}]'
inside 'cat /tmp/log'
must run
expect_output 'program of the container'
