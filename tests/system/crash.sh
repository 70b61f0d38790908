#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# packages: busybox-static jq
# `create` ended before each of its system calls: tests/system/crash.sh RUNTIME
# By SIGKILL (then `delete --force`), by SIGTERM, and by calls that fail; in every view of the
# cgroups that the machine has. Afterwards the host is as before. Needs root, and tests/crash built
# beside the runtime.
set -u
here=$(dirname "$(readlink -f "$0")")
. "$here/../kit/system.sh"
begin "create ended at each of its calls" "${1-}" busybox jq
crash=$(dirname "$runtime")/tests/crash/crash
[[ -x $crash ]] || leave_out "tests/crash/crash beside the runtime"
# The host's mounts are watched in a namespace of our own, which is the runtime's host too.
alone crash
# What a container mounts must not come out.
mount --make-rshared /

# bundle NAME JQ-FILTER: a bundle whose config is the sample with one change.
bundle() {
  mkdir -p "$1/rootfs/bin"
  cp "$(command -v busybox)" "$1/rootfs/bin/busybox"
  ln -s busybox "$1/rootfs/bin/sh"
  (cd "$1" && "$runtime" spec && jq --arg cgroup "/$name/$1" --arg busybox "$work/$1/rootfs/bin/busybox" '
    .process.terminal = false | .process.args = ["sh", "-c", "exit 0"]
    | .linux.cgroupsPath = $cgroup
    | def hook($argv0): [{path: $busybox, args: ["busybox", "true"]}];
    '"$2" config.json >changed && mv changed config.json)
}
bundle plain .
bundle limits '.linux.resources.pids = {limit: 50}'
bundle hooks '.hooks = {createRuntime: hook(""), createContainer: hook(""), poststop: hook("")}'
bundle user '.linux.namespaces += [{type: "user"}]
  | .linux.uidMappings = [{containerID: 0, hostID: 100000, size: 65536}]
  | .linux.gidMappings = .linux.uidMappings'
chown -R 100000:100000 user/rootfs

# try MODE BUNDLE VIEW OPTION...
try() {
  local mode=$1 bundle=$2 view=$3 seen
  if seen=$("$crash" "$mode" "$work/state" "$name" "$runtime" "$work/$bundle" \
    "$name-$bundle" "${@:4}" 2>&1); then
    pass "$mode, $bundle bundle, $view: ${seen#*: }"
  else
    fail "$mode, $bundle bundle, $view" "$seen"
  fi
}

all_ways() { for mode in kill term fail; do try $mode "$@"; done; }
for bundle in limits hooks user; do all_ways $bundle "cgroups as they are"; done
for bundle in plain hooks user; do
  all_ways $bundle "no cgroups" --cgroup-manager=disabled
done

# The other views, in this mount namespace only.
has() { grep -q " $1 " /proc/mounts; }
if ! has cgroup; then
  skip "v1 alone" "cgroup v1 controllers"
  skip "v2 alone" "a host that is not v2 alone already"
else
  for mount in $(findmnt -rnt cgroup2 -o TARGET); do umount "$mount" || exit 1; done
  all_ways limits "v1 alone"
  umount -R /sys/fs/cgroup && mount -t cgroup2 none /sys/fs/cgroup || exit 1
  for bundle in plain user; do all_ways $bundle "v2 alone"; done
fi
report
