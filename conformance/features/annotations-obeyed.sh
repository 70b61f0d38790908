# SPDX-License-Identifier: Apache-2.0
# features.md, Unsafe annotations in config.json: each annotation that changes what happens is named; those obeyed, too.
# hull-only: the peers have other annotations
. "$KIT"
must rt features
for name in org.systemd.property. run.oci.{handler,keep_original_groups,mount_context_type,pidfd_receiver} \
  run.oci.hooks.std{out,err} run.oci.seccomp{.receiver,.plugins,_bpf_data,_fail_unknown_syscall} \
  run.oci.systemd.{subgroup,force_cgroup_v1} run.oci.delegate-cgroup run.oci.hull.landlock \
  module.wasm.image/variant io.kubernetes.cri.container-type; do
  jq -e --arg name "$name" '.potentiallyUnsafeConfigAnnotations | index($name)' "$out" >/dev/null || fail "'$name' is missing"
done
obeyed=" $(jq -r '.annotations["run.oci.hull.config-annotations"]' "$out") "
case $obeyed in *' run.oci.keep_original_groups '*) ;; *) fail "obeyed are '$obeyed'" ;; esac
case $obeyed in *' run.oci.handler '*) fail 'a handler is said to be obeyed' ;; esac
