#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# packages: busybox-static jq
# A container's life without a single change in the host's mount namespace:
# tests/system/quiet.sh RUNTIME
# The kernel itself tells of changes, to tests/watch_mounts, built beside the runtime. Needs root.
set -u
here=$(dirname "$(readlink -f "$0")")
. "$here/../kit/system.sh"
begin "the host's mounts stay as they are" "${1-}" busybox jq
watch=$(dirname "$runtime")/tests/watch_mounts
[[ -x $watch ]] || leave_out "tests/watch_mounts beside the runtime"
# The host's mount namespace is one of our own, in which nobody else mounts.
alone quiet
# Propagation is how a container's mounts would come out.
mount --make-rshared /

# bundle NAME JQ-FILTER: a bundle whose config is the sample, with a bind mount and one change.
bundle() {
  mkdir -p "$1/rootfs/bin" shared
  cp "$(command -v busybox)" "$1/rootfs/bin/busybox"
  ln -s busybox "$1/rootfs/bin/sh"
  (cd "$1" && "$runtime" spec && jq --arg cgroup "/$name/$1" --arg shared "$work/shared" '
    .process.terminal = false | .process.args = ["sh", "-c", "exit 0"]
    | .mounts += [{destination: "/shared", type: "bind", source: $shared, options: ["rbind"]}]
    | .linux.cgroupsPath = $cgroup | '"$2" config.json >changed && mv changed config.json)
}
bundle plain .
bundle user '.linux.namespaces += [{type: "user"}]
  | .linux.uidMappings = [{containerID: 0, hostID: 100000, size: 65536}]
  | .linux.gidMappings = .linux.uidMappings'
chown -R 100000:100000 user/rootfs

# changes COMMAND...: how many changes the command makes.
changes() {
  local ready
  coproc watcher { "$watch"; }
  local pid=$watcher_PID in=${watcher[1]} out=${watcher[0]}
  read -r ready <&"$out"
  "$@" >&2
  exec {in}>&-
  cat <&"$out"
  wait "$pid"
}
hull() { "$runtime" --root "$work/state" "$@" </dev/null; }
life() {
  hull create --bundle "$work/$1" one && hull start one && hull delete --force one &&
    hull run --bundle "$work/$1" two || echo "a command failed" >&2
}

a_mount() { mount -t tmpfs tmpfs shared; }
seen=$(changes a_mount 2>stderr)
if ((${seen:-0} > 0)); then pass "a mount is seen"; else fail "a mount is seen" "'$seen' $(cat stderr)"; fi
umount shared

for bundle in plain user; do
  seen=$(changes life $bundle 2>stderr)
  if [[ "$seen $(cat stderr)" == "0 " ]]; then
    pass "create, start, delete and run change no mount of the host's, $bundle bundle"
  else
    fail "create, start, delete and run change no mount of the host's, $bundle bundle" \
      "$seen changes; $(cat stderr)"
  fi
done
report
