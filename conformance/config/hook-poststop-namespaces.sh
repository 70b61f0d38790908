# SPDX-License-Identifier: Apache-2.0
# config.md, Poststop: these hooks are resolved and executed in the runtime's namespaces.
. "$KIT"
hook poststop "for n in mnt pid net uts ipc user; do readlink /proc/self/ns/\$n; done >'$tmp/ns'"
inside :
must run
for n in mnt pid net uts ipc user; do readlink /proc/self/ns/$n; done | diff - "$tmp/ns" ||
  fail 'not the namespaces of the runtime'
