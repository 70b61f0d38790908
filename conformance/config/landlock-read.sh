# SPDX-License-Identifier: Apache-2.0
# issue 4: Landlock by annotation: even root reads and lists only what a rule allows, links followed within the root.
# hull-only: no other runtime has it
# Seen red: with restrict_files doing nothing the container reads /closed.
. "$KIT"
mkdir "$bundle/rootfs/open" "$bundle/rootfs/closed"
echo open >"$bundle/rootfs/open/file"
echo closed >"$bundle/rootfs/closed/file"
ln -s /open "$bundle/rootfs/link"
landlock '{"handled": ["execute", "read"], "rules": [
  {"paths": ["/bin"], "allow": ["execute", "read"]}, {"paths": ["/link"], "allow": ["read"]}]}'
inside 'cat /open/file; ls /open; cat /closed/file || echo not read; ls /closed || echo not listed; cd /closed && echo entered'
must run
expect_output 'open
file
not read
not listed
entered'
