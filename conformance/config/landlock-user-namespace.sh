# SPDX-License-Identifier: Apache-2.0
# issue 4: Landlock by annotation: holds in a user namespace, for its root and for another user, without noNewPrivileges.
# hull-only: no other runtime has it
# Seen red: with restrict_files doing nothing /closed is read.
. "$KIT"
user_namespace
mkdir "$bundle/rootfs/closed"
echo closed >"$bundle/rootfs/closed/file"
landlock '{"handled": ["execute", "read"], "rules": [{"paths": ["/bin"], "allow": ["execute", "read"]}]}'
inside 'id -u; cat /closed/file || echo refused'
for user in 0 1000; do
  config '.process.noNewPrivileges = false | .process.user = {uid: $user, gid: $user}' --argjson user $user
  must run
  expect_output "$user
refused"
done
