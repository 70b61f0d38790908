# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Default Devices: in a user namespace, where nodes cannot be made, they are there too.
. "$KIT"
user_namespace
inside 'for d in null:1:3 zero:1:5 full:1:7 random:1:8 urandom:1:9 tty:5:0; do
  stat -c "$d %F %t:%T" /dev/${d%%:*}; done; echo lost >/dev/null; echo $?'
must run
for d in null:1:3 zero:1:5 full:1:7 random:1:8 urandom:1:9 tty:5:0; do
  expect_line "$d character special file ${d#*:}"
done
expect_equal "$(tail -n 1 "$out")" 0 'status of a write to /dev/null'
