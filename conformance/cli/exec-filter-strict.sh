# SPDX-License-Identifier: Apache-2.0
# config-linux.md, "Seccomp": a profile that forbids what a runtime still has to do behind it is loaded by the process of
# an exec itself; not where a process of the container could trace that before.
# hull-only: the peers have no such rule
. "$KIT"
seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["setsid", "clone"], action: "SCMP_ACT_ERRNO", errnoRet: 95}]}'
args /bin/sleep 1000
for kind in plain may-trace user-namespace; do
  [ "$kind" = plain ] || config '.process.capabilities.bounding += ["CAP_SYS_PTRACE"]'
  [ "$kind" != user-namespace ] || user_namespace
  must create
  must rt start "$id"
  rt exec "$id" grep '^Seccomp:' /proc/self/status
  if [ "$kind" = may-trace ]; then
    expect_error '/linux/seccomp: the filter forbids what the runtime must do behind it'
    # Fewer capabilities for itself change nothing: others have it.
    jq -c '.process | .args = ["true"] | .capabilities = {}' "$bundle/config.json" >"$tmp/process.json"
    rt exec --process "$tmp/process.json" "$id"
    expect_error '/linux/seccomp: the filter forbids what the runtime must do behind it'
  else
    expect_success
    expect_match 'Seccomp:.2'
  fi
  must rt delete --force "$id"
done
