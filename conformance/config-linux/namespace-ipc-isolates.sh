# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces, ipc: System V objects of outside are not seen.
. "$KIT"
inside 'ipcs -q | grep -c "^0x" || :'
command -v ipcmk >/dev/null || skip 'the program ipcmk of the host (package util-linux-extra)'
ipcmk -Q >/dev/null
must run
expect_output 0
