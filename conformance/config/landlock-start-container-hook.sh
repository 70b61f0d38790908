# SPDX-License-Identifier: Apache-2.0
# issue 4: Landlock by annotation: startContainer hooks are restricted as the process is, those before are not.
# hull-only: no other runtime has it
# Seen red: with restrict_files doing nothing the hook that runs last reads /closed.
. "$KIT"
mkdir "$bundle/rootfs/closed"
echo closed >"$bundle/rootfs/closed/file"
landlock '{"handled": ["execute", "read"], "rules": [{"paths": ["/bin"], "allow": ["execute", "read"]}]}'
hook createContainer "cat '$bundle/rootfs/closed/file' >'$tmp/before'"
hook startContainer 'cat /closed/file >/tmp/during 2>&1; exit 0'
must run
expect_equal "$(cat "$tmp/before")" closed 'what createContainer read'
expect_equal "$(cat "$bundle/rootfs/tmp/during")" "cat: can't open '/closed/file': Permission denied" 'what startContainer read'
