# SPDX-License-Identifier: Apache-2.0
# config.md, Process: as by execvp, the first directory of PATH that has the file wins.
. "$KIT"
for dir in one two; do
  mkdir "$bundle/rootfs/$dir"
  printf '#!/bin/sh\necho from %s\n' $dir >"$bundle/rootfs/$dir/program"
  chmod +x "$bundle/rootfs/$dir/program"
done
config '.process.env = ["PATH=/two:/one:/bin"]'
args program
must run
expect_output 'from two'
