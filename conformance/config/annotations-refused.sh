# SPDX-License-Identifier: Apache-2.0
# peers.md 3.1: an annotation that asks for what the runtime cannot do is refused by its pointer, not ignored.
# hull-only: the peers ignore what they do not know
. "$KIT"
annotated() { config '.annotations = {($key): $value}' --arg key "$1" --arg value "$2"; }
refused() { annotated "$1" "$2"; expect_refused_create "$3"; }
refused run.oci.handler krun '/annotations/run.oci.handler: this build runs no handlers'
refused module.wasm.image/variant compat '/annotations/module.wasm.image~1variant: this build runs no WebAssembly'
refused run.oci.systemd.force_cgroup_v1 /sys/fs/cgroup/systemd '/annotations/run.oci.systemd.force_cgroup_v1: '
refused run.oci.seccomp.plugins /lib/plugin.so '/annotations/run.oci.seccomp.plugins: no foreign code'
refused run.oci.keep_original_groups maybe "/annotations/run.oci.keep_original_groups: 'maybe' is neither 1 nor 0"
refused run.oci.mount_context_type label "/annotations/run.oci.mount_context_type: 'label' is none of context"
refused run.oci.pidfd_receiver socket "/annotations/run.oci.pidfd_receiver: 'socket' is not an absolute path"
# Not for a pod's pause container, and not for those who would rather have it.
args true
config '.annotations = {"run.oci.handler": "krun", "io.kubernetes.cri.container-type": "sandbox"}'
must run
annotated module.wasm.image/variant compat-smart
must run
