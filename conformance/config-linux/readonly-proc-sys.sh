# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Readonly Paths: the usual one, /proc/sys.
. "$KIT"
config '.linux.readonlyPaths = ["/proc/sys", "/proc/bus", "/proc/irq"]'
inside '(echo 99 >/proc/sys/kernel/msgmax) 2>&1; echo end'
must run
expect_match 'Read-only file system'
