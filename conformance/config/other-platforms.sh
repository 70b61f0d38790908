# SPDX-License-Identifier: Apache-2.0
# config.md, Platform-specific configuration: sections for other platforms do not stop Linux.
. "$KIT"
config '.solaris = {} | .vm = {kernel: {path: "/vmlinuz"}} | .zos = {} | .freebsd = {}'
inside 'echo ran'
must run
expect_output ran
