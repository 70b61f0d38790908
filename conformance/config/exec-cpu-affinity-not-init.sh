# SPDX-License-Identifier: Apache-2.0
# config.md, Linux Process, execCPUAffinity: it does not apply to the container's own process, but is
# checked with the rest.
. "$KIT"
inside 'grep Cpus_allowed_list: /proc/self/status'
must run
all=$(cat "$out")
rt delete --force "$id"
config '.process.execCPUAffinity = {initial: "0", final: "0"}'
must run
expect_output "$all"
rt delete --force "$id"
config '.process.execCPUAffinity = {initial: "0", final: "3-1"}'
expect_refused_create
