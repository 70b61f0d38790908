# SPDX-License-Identifier: Apache-2.0
# issue 4: Landlock by annotation: a text that is no such document is refused with line, column and pointer.
# hull-only: no other runtime has it
. "$KIT"
landlock '{"rules": [
  {"paths": ["/bin"] "allow": ["execute"]}]}'
expect_refused_create '/annotations/run.oci.hull.landlock:2:22: '
landlock '{"rules": [{"paths": "/bin", "allow": ["execute"]}]}'
expect_refused_create '/annotations/run.oci.hull.landlock:1:22: /rules/0/paths must be an array, not a string'
landlock ''
expect_refused_create '/annotations/run.oci.hull.landlock:1:1: '
