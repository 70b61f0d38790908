# SPDX-License-Identifier: Apache-2.0
# peers.md 3.1: run.oci.seccomp_bpf_data is the filter, in the place of linux.seccomp, for exec too.
. "$KIT"
[ "$(uname -m)" = x86_64 ] || skip 'x86_64, whose numbers the program has'
# ld [0]; jeq #95 (umask), 0, 1; ret ERRNO | 33; ret ALLOW
program=$(printf ' \0\0\0\0\0\0\0\25\0\0\1_\0\0\0\6\0\0\0!\0\5\0\6\0\0\0\0\0\377\177' | base64 -w 0)
single_calls
config '.annotations["run.oci.seccomp_bpf_data"] = $data
  | .linux.seccomp = {defaultAction: "SCMP_ACT_ALLOW", syscalls: [{names: ["getppid"], action: "SCMP_ACT_ERRNO", errnoRet: 44}]}' \
  --arg data "$program"
inside 'call 95; call getppid; sleep 1000'
must create
must rt start "$id"
wait_until grep -q '^[0-9][0-9]*$' "$container_out"
out=$container_out
expect_line 'errno 33'
expect_no_match 'errno 44'
rt exec "$id" call 95
expect_output 'errno 33'
must rt delete --force "$id"
config '.annotations["run.oci.seccomp_bpf_data"] = "AAAA"'
expect_refused_create 'run.oci.seccomp_bpf_data'
