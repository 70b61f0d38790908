# SPDX-License-Identifier: Apache-2.0
# config.md, POSIX-platform Hooks, env: a startContainer hook without it has the environment of the process,
# with HOME; one with an empty list has none.
. "$KIT"
printf '#!/bin/sh\necho "${ONE-unset} ${HOME:+home}" >>/said\n' >"$bundle/rootfs/hook"
chmod +x "$bundle/rootfs/hook"
config '.root.readonly = false | .process.env = ["ONE=two", "PATH=/bin"]
  | .hooks.startContainer = [{path: "/hook"}, {path: "/hook", env: []}, {path: "/hook", env: ["ONE=own"]}]'
must run
out=$bundle/rootfs/said
expect_output 'two home
unset 
own '
