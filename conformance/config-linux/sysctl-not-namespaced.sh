# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Sysctl, and runtime.md, Create: a parameter of the whole host cannot be the
# container's: an error. (The value is the host's own.)
. "$KIT"
config '.linux.sysctl = {"kernel.pid_max": $value}' --arg value "$(cat /proc/sys/kernel/pid_max)"
expect_refused_create 'kernel.pid_max'
