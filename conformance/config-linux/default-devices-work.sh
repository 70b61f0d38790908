# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Default Devices: they are not only there but can be used.
. "$KIT"
inside 'echo lost >/dev/null && dd if=/dev/zero bs=1 count=3 2>/dev/null | od -An -tx1 | tr -d " "
  dd if=/dev/urandom bs=1 count=3 2>/dev/null | wc -c; dd if=/dev/random bs=1 count=1 2>/dev/null | wc -c
  echo x 2>&1 >/dev/full | grep -o "No space left on device"'
must run
expect_output '000000
3
1
No space left on device'
