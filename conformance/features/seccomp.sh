# SPDX-License-Identifier: Apache-2.0
# features-linux.md, Seccomp: the words that are listed are recognized, and supported flags are known ones.
. "$KIT"
must rt features
cp "$out" "$tmp/features"
seccomp_of() { jq -r ".linux.seccomp.$1[]?" "$tmp/features"; }
[ "$(jq -r .linux.seccomp.enabled "$tmp/features")" = true ] || skip 'a runtime with seccomp'
for action in $(seccomp_of actions); do
  # As the default some of them would end the container, and one is refused.
  seccomp '{defaultAction: "SCMP_ACT_ALLOW", listenerPath: "/no/such/socket", syscalls: [{names: ["no_such_call"], action: $action}]}' \
    --arg action "$action"
  [ "$action" = SCMP_ACT_NOTIFY ] || must run
done
for operator in $(seccomp_of operators); do
  seccomp '{defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["kcmp"], action: "SCMP_ACT_ERRNO",
    args: [{index: 0, value: 1, op: $operator}]}]}' --arg operator "$operator"
  must run
done
for architecture in $(seccomp_of archs); do
  seccomp '{defaultAction: "SCMP_ACT_ALLOW", architectures: [$architecture]}' --arg architecture "$architecture"
  must run
done
for flag in $(seccomp_of supportedFlags); do
  seccomp_of knownFlags | grep -qx "$flag" || fail "$flag is supported but not known"
  seccomp '{defaultAction: "SCMP_ACT_ALLOW", flags: [$flag]}' --arg flag "$flag"
  must run
done
