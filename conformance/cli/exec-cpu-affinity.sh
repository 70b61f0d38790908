# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, execCPUAffinity: `initial` until the process is in its cgroup, then `final`; without
# `final` the kernel decides, without either the caller's affinity is not the container's.
. "$KIT"
[ "$(getconf _NPROCESSORS_ONLN)" -gt 1 ] || skip 'a second processor'
all=$(sed -n 's/^Cpus_allowed_list:\t//p' /proc/self/status)
taskset -pc 0 $$ >/dev/null
# processors VALUE: what an exec may run on in a container with this execCPUAffinity.
processors() {
  config ".process.execCPUAffinity = $1"
  args /bin/sleep 1000
  must create
  must rt start "$id"
  must rt exec "$id" grep Cpus_allowed_list: /proc/self/status
  got=$out
  must rt delete --force "$id"
  out=$got
}
processors '{initial: "0", final: "1"}'
expect_output "Cpus_allowed_list:	1"
processors '{initial: "1", final: "0-1"}'
expect_output "Cpus_allowed_list:	0-1"
processors '{initial: "1"}'
expect_match 'Cpus_allowed_list:.(1|'"$all"')$'
processors 'null'
expect_output "Cpus_allowed_list:	$all"
