# SPDX-License-Identifier: Apache-2.0
# issue 4: Landlock by annotation: a word that is no right, or no handled one, is refused where it stands.
# hull-only: no other runtime has it
. "$KIT"
landlock '{"rules": [{"paths": ["/bin"], "allow": ["execute", "reed_file"]}]}'
expect_refused_create "/annotations/run.oci.hull.landlock: /rules/0/allow/1: 'reed_file' is unknown; did you mean 'read_file'"
landlock '{"handled": ["execute"], "rules": [{"paths": ["/bin"], "allow": ["read"]}]}'
expect_refused_create "/annotations/run.oci.hull.landlock: /rules/0/allow/0: 'read' is not among /handled"
