# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces, mount: what the container mounts is not seen outside.
. "$KIT"
inside 'mount -t tmpfs from-inside /mnt; echo $?; grep -c from-inside /proc/self/mountinfo'
must run
expect_output '0
1'
! grep -q from-inside /proc/self/mountinfo || fail 'it is seen outside'
