# SPDX-License-Identifier: Apache-2.0
# issue 4: Landlock by annotation: only what a rule allows is executed, the process's own program too, and a hint says so.
# hull-only: no other runtime has it
# Seen red: with restrict_files doing nothing both programs run.
. "$KIT"
mkdir "$bundle/rootfs/other"
cp "$bundle/rootfs/bin/busybox" "$bundle/rootfs/other/echo"
landlock '{"handled": ["execute"], "rules": [{"paths": ["/bin/busybox"], "allow": ["execute"]}]}'
inside '/bin/echo from bin; /other/echo from other || echo refused'
must run
expect_output 'from bin
refused'
args /other/echo from other
run
expect_error "exec /other/echo: permission denied; the rules of /annotations/run.oci.hull.landlock must give it"
