# SPDX-License-Identifier: Apache-2.0
# config-linux.md, Namespaces, Sysctl: a path to a namespace that the runtime itself is in makes it no namespace of
# the container's: what would be set there, of the host, is refused and not set; to be in it alone is fine. (The host's
# are this script's own here.)
. "$KIT"
other=$tmp/namespace
# each_path TYPE FILE COMMAND...: for a namespace of that type which is the script's own, by two paths: the second is
# a bind mount of it, or, as no mount namespace holds itself, a link.
each_path() {
  local type=$1 file=$2
  shift 2
  namespace "$type" "/proc/$$/ns/$file"
  "$@"
  if [ "$type" = mount ]; then
    ln -s "/proc/$$/ns/$file" "$other"
  else
    touch "$other"
    mount --bind "/proc/$$/ns/$file" "$other"
  fi
  namespace "$type" "$other"
  "$@"
  [ "$type" = mount ] || umount "$other"
  rm "$other"
  namespace "$type"
}
refused() { expect_refused_create 'namespace|host'; }
runs() {
  must run
  expect_output fine
}
args echo fine
original=$(cat "$bundle/config.json")

port=$(cat /proc/sys/net/ipv4/ip_unprivileged_port_start)
config '.linux.sysctl = {"net.ipv4.ip_unprivileged_port_start": "77"}'
each_path network net refused
expect_equal "$(cat /proc/sys/net/ipv4/ip_unprivileged_port_start)" "$port" 'ip_unprivileged_port_start'

msgmax=$(cat /proc/sys/kernel/msgmax)
config '.linux.sysctl = {"kernel.msgmax": "4096"}'
each_path ipc ipc refused
expect_equal "$(cat /proc/sys/kernel/msgmax)" "$msgmax" 'msgmax'

name=$(hostname) domain=$(cat /proc/sys/kernel/domainname)
config 'del(.linux.sysctl) | .hostname = "changed"'
each_path uts uts refused
config 'del(.hostname) | .domainname = "changed"'
each_path uts uts refused
config 'del(.domainname) | .linux.sysctl = {"kernel.domainname": "changed"}'
each_path uts uts refused
expect_equal "$(hostname)" "$name" 'the host name'
expect_equal "$(cat /proc/sys/kernel/domainname)" "$domain" 'the domain name'

echo "$original" >"$bundle/config.json"
config '.linux.sysctl = {"user.max_net_namespaces": "7"}'
each_path user user refused
config '.linux.namespaces |= map(select(.type != "user")) | del(.linux.sysctl)'
config '.linux.netDevices = {lo: {name: "moved"}}'
each_path network net refused

before=$(wc -l </proc/self/mountinfo)
echo "$original" >"$bundle/config.json"
each_path mount mnt refused
config '.mounts = [] | .linux.maskedPaths = ["/etc"]'
each_path mount mnt refused
expect_equal "$(wc -l </proc/self/mountinfo)" "$before" 'the number of mounts'

echo "$original" >"$bundle/config.json"
config 'del(.hostname)'
each_path network net runs
each_path ipc ipc runs
each_path uts uts runs
