# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: --no-pivot runs a container without pivot_root, for a root on an initramfs.
. "$KIT"
inside 'ls / | tr "\n" " "; [ -e /proc/self ] && echo proc'
must run --no-pivot
expect_match 'bin.*proc'
expect_no_match 'boot|home|usr'
