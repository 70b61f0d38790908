# SPDX-License-Identifier: Apache-2.0
# issue 4: Landlock by annotation: strict, a path that is missing, or fits none of its rights, is refused where it stands.
# hull-only: no other runtime has it
. "$KIT"
landlock '{"handled": ["execute", "read"], "rules": [{"paths": ["/bin", "/nowhere"], "allow": ["execute", "read"]}]}'
expect_refused_create "/annotations/run.oci.hull.landlock: /rules/0/paths/1: openat2\('/nowhere'\): no such file or directory"
landlock '{"handled": ["execute", "read"], "rules": [{"paths": ["/etc/passwd"], "allow": ["read_dir"]}]}'
expect_refused_create "landlock: /rules/0/paths/0: '/etc/passwd' is no directory, and all of its rights are for directories"
