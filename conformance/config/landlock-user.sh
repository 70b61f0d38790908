# SPDX-License-Identifier: Apache-2.0
# issue 4: Landlock by annotation: holds for other users than root, with and without noNewPrivileges, and leaves them no capability.
# hull-only: no other runtime has it
# Seen red: with restrict_files doing nothing /closed is read; without CAP_SYS_ADMIN raised in it, create fails
# where noNewPrivileges is false.
. "$KIT"
mkdir "$bundle/rootfs/closed"
echo closed >"$bundle/rootfs/closed/file"
landlock '{"handled": ["execute", "read"], "rules": [{"paths": ["/bin", "/proc", "/etc"], "allow": ["execute", "read"]}]}'
inside 'id -u; grep -E "^(NoNewPrivs|Cap(Inh|Prm|Eff|Amb))" /proc/self/status; cat /closed/file || echo refused'
for value in true false; do
  config '.process.noNewPrivileges = $value | .process.user = {uid: 1000, gid: 1000}
    | del(.process.capabilities)' --argjson value $value
  must run
  expect_output "$(printf '%s\n' 1000 'CapInh:	0000000000000000' 'CapPrm:	0000000000000000' 'CapEff:	0000000000000000' \
    'CapAmb:	0000000000000000' "NoNewPrivs:	$([ $value = true ] && echo 1 || echo 0)" refused)"
done
