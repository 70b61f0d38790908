# SPDX-License-Identifier: Apache-2.0
# users.md 1.2: a program that cannot be executed is told by its cause, by exec and by init.
. "$KIT"
bin=$bundle/rootfs/bin
file() {
  printf "$2" >"$bin/$1"
  chmod 755 "$bin/$1"
}
file no-interpreter '#!/nope/sh\n'
file dos '#!/bin/sh\r\n'
file plain 'echo\n'
file nothing ''
file foreign '\177ELF\002\001\001\0\0\0\0\0\0\0\0\0\003\0\026\0'
file unsearchable '#!/bin/data\n'
file data 'data\n'
chmod 644 "$bin/data"
args /bin/sleep 1000
must create
must rt start "$id"

# expect PROGRAM MESSAGE: from exec into a container, and from a container's init. The kernel's words
# stay, which managers match on.
expect() {
  rt exec "$id" "$1"
  expect_error "exec $1: $2"
  expect_status 255
  must rt delete --force "$id"
  args "$1"
  run
  expect_error "exec $1: $2"
  args /bin/sleep 1000
  must create
  must rt start "$id"
}
expect /bin/no-interpreter 'no such file or directory; .*/nope/sh'
expect /bin/dos 'no such file or directory; .*/bin/sh.* carriage return'
expect /bin/plain 'exec format error; .*\["/bin/sh", "/bin/plain"\]'
expect /bin/nothing 'exec format error; the file is empty'
expect /bin/foreign 'exec format error; it is for s390x'
expect /bin/unsearchable 'permission denied; .*/bin/data'
