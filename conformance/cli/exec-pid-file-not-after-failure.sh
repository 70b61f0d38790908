# SPDX-License-Identifier: Apache-2.0
# managers.md 0: the pid file says that there is a process: conmon takes its absence for a failure.
. "$KIT"
args /bin/sleep 1000
must create
must rt start "$id"
printf 'no program\n' >"$bundle/rootfs/bin/bad"
chmod +x "$bundle/rootfs/bin/bad"
for program in bad no-such-program; do
  rt exec --detach --pid-file "$tmp/pid" "$id" "$program"
  expect_error
  [ ! -e "$tmp/pid" ] || fail "a pid file is there although $program did not run"
done
