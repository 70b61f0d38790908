# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2022-0811: a key that is not the name of a namespace's parameter is refused: of the whole host,
# or with a way out of its folder, however it is spelled. (The values are the host's own, and what the ways
# out lead to is this script's own host name.)
. "$KIT"
before=$(hostname)
for key in vm.stat_interval vm/stat_interval kernel.pid_max kernel/pid_max fs.file-max; do
  config '.linux.sysctl = {($key): $value}' --arg key "$key" --arg value "$(cat "/proc/sys/${key//.//}")"
  expect_refused_create
done
without_namespace uts
for key in net/../kernel/hostname net.../kernel.hostname net/ipv4/../../kernel/hostname net//../kernel/hostname \
  net/./../kernel/hostname net.ipv4/../../kernel.hostname fs/mqueue/../../kernel/hostname fs.mqueue/../../kernel/hostname \
  ../sys/kernel/hostname /kernel/hostname /proc/sys/kernel/hostname kernel.hostname kernel/hostname kernel//hostname \
  'kernel.shm_rmid_forced/../hostname' 'kernel/shm_rmid_forced/../hostname' kernel.domainname 'net' '' 'kernel.shmmax+kernel.hostname'; do
  config '.linux.sysctl = {($key): "changed"}' --arg key "$key"
  create
  [ "$status" != 0 ] || fail "'$key' was accepted"
  expect_nothing_left
  expect_equal "$(hostname)" "$before" "the host name after '$key'"
done
config '.linux.sysctl = {"net.ipv4.ip_unprivileged_port_start": "0+kernel.hostname=changed"}'
expect_refused_create
