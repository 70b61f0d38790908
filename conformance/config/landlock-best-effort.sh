# SPDX-License-Identifier: Apache-2.0
# issue 4: Landlock by annotation: a best effort leaves out paths that are missing, and enforces the rest.
# hull-only: no other runtime has it
# Seen red: with restrict_files doing nothing /closed is read.
. "$KIT"
mkdir "$bundle/rootfs/closed"
echo closed >"$bundle/rootfs/closed/file"
landlock '{"mode": "best-effort", "rules": [
  {"paths": ["/nowhere", "/bin", "/etc/passwd/x"], "allow": ["execute", "read"]}, {"paths": ["/bin/sh"], "allow": ["read_dir"]}]}'
inside 'echo ran; cat /closed/file || echo refused'
must run
expect_output 'ran
refused'
