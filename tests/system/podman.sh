#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# packages: podman conmon busybox-static
# A container under Podman: tests/system/podman.sh RUNTIME
# Everything Podman writes is in one temporary directory and in private mounts of /run, /dev/shm and
# /var/tmp; a pid namespace of its own ends what a failure leaves running. Needs root.
set -u
here=$(dirname "$(readlink -f "$0")")
. "$here/../kit/system.sh"
begin "podman runs a container" "${1-}" podman conmon busybox
alone podman
for directory in /run /dev/shm /var/tmp; do mount -t tmpfs -o mode=1777 podman $directory; done
# Where the kernel has AppArmor Podman asks for a profile, also for "unconfined"; hull has none to give.
apparmor=/sys/module/apparmor/parameters/enabled
if [[ -e $apparmor ]]; then
  echo N >"$work/apparmor"
  mount --bind "$work/apparmor" $apparmor
fi
mkdir -p "$work/home" "$work/rootfs/bin"
cp "$(command -v busybox)" "$work/rootfs/bin/busybox"
for applet in sh echo sleep id cat ls; do ln -s busybox "$work/rootfs/bin/$applet"; done
export HOME=$work/home
unset XDG_RUNTIME_DIR CONTAINERS_CONF

podman() {
  command podman --root "$work/storage" --runroot "$work/run" --tmpdir "$work/tmp" \
    --cgroup-manager cgroupfs --events-backend file --storage-driver vfs --runtime "$runtime" \
    "$@" </dev/null
}
# Podman asks for limits of 1048576 where it is not told otherwise, which takes CAP_SYS_RESOURCE.
options=(--cgroup-parent "/$name" --network none
  --ulimit nofile=1024:1024 --ulimit nproc=1024:1024)
run() { podman run "${options[@]}" "$@"; }

# expect SENTENCE WANTED SEEN: on a difference the last words on standard error are shown too.
expect() {
  if [[ $2 == "$3" ]]; then
    pass "$1"
  else
    fail "$1" "wanted '$2', saw '$3'; $(tail -n 1 stderr 2>/dev/null)"
  fi
}

seen=$(run --rm --rootfs "$work/rootfs" echo hi 2>stderr)
expect "podman run prints what the container prints" "0 hi" "$? $seen"

mode='while read -r key value; do [ "$key" != Seccomp: ] || echo "$value"; done </proc/self/status'
seen=$(run --rm --rootfs "$work/rootfs" sh -c "$mode" 2>stderr)
expect "the container is behind podman's default seccomp profile" "0 2" "$? $seen"
seen=$(run --rm --security-opt seccomp=unconfined --rootfs "$work/rootfs" sh -c "$mode" 2>stderr)
expect "podman's --security-opt seccomp=unconfined is obeyed" "0 0" "$? $seen"

run --rm --rootfs "$work/rootfs" sh -c 'exit 3' >/dev/null 2>stderr
expect "podman run gives the container's exit status" 3 $?

run --rm --rootfs "$work/rootfs" /bin/nothing >/dev/null 2>stderr
expect "podman recognizes a missing program" 127 $?

: >"$work/rootfs/plain"
run --rm --rootfs "$work/rootfs" /plain >/dev/null 2>stderr
expect "podman recognizes a program that may not be executed" 126 $?

seen=$(run --rm -t --rootfs "$work/rootfs" sh -c 'test -t 0 && test -t 1 && echo a terminal' 2>stderr)
expect "podman run -t gives a terminal" "0 a terminal" "$? ${seen%$'\r'}"

seen=$(run --rm --user 1000:1001 --hostname box --rootfs "$work/rootfs" \
  sh -c 'id -u; id -g; cat /proc/sys/kernel/hostname' 2>stderr | tr '\n' ' ')
expect "podman's user and host name arrive" "1000 1001 box " "$seen"

mkdir shared
echo from the host >shared/file
seen=$(run --rm -v "$work/shared:/shared:ro" --tmpfs /scratch --read-only --rootfs "$work/rootfs" \
  sh -c 'cat /shared/file; (echo x >/shared/new) 2>/dev/null || echo read-only
    echo x >/scratch/y && echo scratch' 2>stderr | tr '\n' ' ')
expect "podman's volumes and tmpfs arrive" "from the host read-only scratch " "$seen"

run -d --name web --rootfs "$work/rootfs" sleep 1000 >/dev/null 2>stderr
expect "podman run -d succeeds" 0 $?
expect "podman sees it running" running "$(podman inspect --format '{{.State.Status}}' web 2>stderr)"
pid=$(podman inspect --format '{{.State.Pid}}' web 2>stderr)
expect "podman knows the process" "sleep 1000 " "$(tr '\0' ' ' <"/proc/${pid:-0}/cmdline" 2>/dev/null)"
podman stop --time 1 web >/dev/null 2>stderr
expect "podman stop ends it" "exited 137" \
  "$(podman inspect --format '{{.State.Status}} {{.State.ExitCode}}' web 2>stderr)"
podman start web >/dev/null 2>stderr
expect "podman starts it again" running "$(podman inspect --format '{{.State.Status}}' web 2>stderr)"
podman rm --force --time 0 web >/dev/null 2>stderr
expect "podman rm --force removes it" "0 " "$? $(podman ps --all --quiet 2>stderr)"

podman rm --force --all >/dev/null 2>&1
expect "no cgroup of a container is left" "" \
  "$(find /sys/fs/cgroup -path "*/$name/libpod-*" -type d 2>/dev/null)"
# Podman keeps bind mounts of its own storage.
expect "no mount is left" "" "$(grep -F "$work/" /proc/mounts | grep -vF "$work/storage/vfs ")"
report
