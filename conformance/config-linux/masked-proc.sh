# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Masked Paths: the usual ones, below /proc.
. "$KIT"
config '.linux.maskedPaths = ["/proc/kcore", "/proc/keys", "/proc/timer_list", "/proc/scsi", "/proc/acpi"]'
inside 'wc -c </proc/timer_list; stat -c %t:%T /proc/keys'
must run
expect_output '0
1:3'
