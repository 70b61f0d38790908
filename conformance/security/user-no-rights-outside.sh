# SPDX-License-Identifier: Apache-2.0
# issue 4: the root of a user namespace has no power over the namespaces of the host's that it was given,
# nor over the host's devices; and whoever the user is, those keep owner and mode when they are the streams.
. "$KIT"
devices() { stat -c '%n %u:%g %a' /dev/null /dev/zero /dev/full /dev/random /dev/urandom /dev/tty; }
before=$(devices)
config '.process.user = {uid: 1000, gid: 1000}'
must run
expect_equal "$(devices)" "$before" "the host's devices"
user_namespace
for type in network ipc uts; do without_namespace "$type"; done
config '.mounts |= map(select(.type != "sysfs"))'
host_name=$(hostname)
ip link add security type dummy 2>/dev/null || ip link add security type veth peer name security1
config '.process.user = {uid: 0, gid: 0} | .process.capabilities |= map_values(. + ["CAP_NET_ADMIN", "CAP_IPC_OWNER", "CAP_SYS_ADMIN", "CAP_SYS_RESOURCE"] | unique)'
inside 'hostname changed && echo hostname
  ip link set security up && echo network
  (cat /proc/sys/kernel/msgmax >/proc/sys/kernel/msgmax) && echo ipc
  (cat /proc/sys/net/ipv4/ip_forward >/proc/sys/net/ipv4/ip_forward) && echo "network parameter"
  chown 1:1 /dev/null && echo "owner of /dev/null"
  chmod 600 /dev/zero && echo "mode of /dev/zero"
  echo end'
run
expect_success
expect_output end
expect_equal "$(hostname)" "$host_name" 'the host name'
expect_equal "$(devices)" "$before" "the host's devices"
! ip link show security | grep -q '[<,]UP[,>]' || fail 'the interface is up'
