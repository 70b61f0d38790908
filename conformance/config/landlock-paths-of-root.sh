# SPDX-License-Identifier: Apache-2.0
# issue 4: Landlock by annotation: rules may name what only root reaches, and the process's limit of open files is not in the way.
# hull-only: no other runtime has it
. "$KIT"
mkdir -p "$bundle/rootfs/private/inner"
chmod 700 "$bundle/rootfs/private"
landlock '{"handled": ["execute", "read"], "rules": [{"paths": ["/bin", "/private/inner"], "allow": ["execute", "read"]}]}'
config '.process.user = {uid: 1000, gid: 1000} | .process.rlimits = [{type: "RLIMIT_NOFILE", soft: 3, hard: 3}]'
args echo ran
must run
expect_output ran
