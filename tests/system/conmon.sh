#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# packages: conmon busybox-static jq
# A container under conmon alone, as Podman and CRI-O drive it: tests/system/conmon.sh RUNTIME
# Everything is in one temporary directory; a pid namespace of its own ends what a failure leaves
# running. Needs root.
set -u
here=$(dirname "$(readlink -f "$0")")
. "$here/../kit/system.sh"
begin "conmon runs a container" "${1-}" conmon busybox jq
alone conmon
mkdir -p "$work/rootfs/"{bin,proc,dev,sys} "$work/exits"
cp "$(command -v busybox)" "$work/rootfs/bin/busybox"
for applet in sh echo sleep test; do ln -s busybox "$work/rootfs/bin/$applet"; done

# bundle NAME TERMINAL PROGRAM ARGUMENT...
bundle() {
  mkdir -p "$1"
  local words
  words=$(printf '%s\n' "${@:3}" | jq -R . | jq -s .)
  jq -n --argjson words "$words" --arg rootfs "$work/rootfs" --arg cgroup "/$name-$1" --argjson terminal "$2" '{
    ociVersion: "1.0.2",
    process: {user: {uid: 0, gid: 0}, cwd: "/", terminal: $terminal, args: $words,
              env: ["PATH=/bin", "TERM=xterm"]},
    root: {path: $rootfs},
    mounts: [{destination: "/proc", type: "proc", source: "proc"},
             {destination: "/dev", type: "tmpfs", source: "tmpfs", options: ["nosuid", "mode=755"]},
             {destination: "/dev/pts", type: "devpts", source: "devpts",
              options: ["newinstance", "ptmxmode=0666", "mode=0620"]}],
    linux: {cgroupsPath: $cgroup, namespaces: (["pid", "mount", "ipc", "uts"] | map({type: .}))}
  }' >"$1/config.json"
}

# create NAME [-t]: starts conmon, which calls the runtime's create; sets `told` to what conmon tells
# its parent on the synchronization pipe: {"data": PID} or {"data": -1, "message": …}.
create() {
  local name=$1 pipe
  shift
  exec {pipe}< <(
    _OCI_SYNCPIPE=3 conmon --api-version 1 -c "$name" -u "$name" -n "$name" -r "$runtime" \
      --runtime-arg "--root=$work/state" -b "$work/$name" -p "$work/$name/pid" \
      -l "k8s-file:$work/$name/log" --exit-dir "$work/exits" --socket-dir-path "$work/$name" \
      --log-level warning "$@" 3>&1 >"$work/$name/conmon" 2>&1 </dev/null
  )
  read -r -t 60 told <&"$pipe" || told=''
  exec {pipe}<&-
}

# Waits until conmon wrote the exit status of NAME, and prints it.
exit_status() {
  local i
  for ((i = 0; i < 600; i++)); do
    [[ -s exits/$1 ]] && break
    sleep 0.1
  done
  cat "exits/$1" 2>/dev/null || echo none
}

# A line that arrived in pieces is logged in pieces: all but the last are marked P.
logged() {
  awk -v stream="$2" '$2 == stream { part = $0; sub(/^[^ ]* [^ ]* [FP] /, "", part)
    printf "%s%s", part, $3 == "F" ? "\n" : "" }' "$1/log" 2>/dev/null | tr -d '\r' | tr '\n' ' '
}

expect() {
  if [[ $2 == "$3" ]]; then pass "$1"; else fail "$1" "wanted '$2', saw '$3'"; fi
}

bundle pipes false sh -c 'echo out; echo err >&2; exit 7'
create pipes
expect "conmon learns the pid" "$(cat pipes/pid 2>/dev/null || echo none)" "$(jq -r .data <<<"$told" 2>/dev/null)"
expect "the container waits for start" created \
  "$("$runtime" --root "$work/state" state pipes 2>/dev/null | jq -r .status)"
"$runtime" --root "$work/state" start pipes >start.out 2>&1
expect "start succeeds and prints nothing" "0 " "$? $(cat start.out)"
expect "conmon learns the exit status" 7 "$(exit_status pipes)"
expect "standard output is logged" "out " "$(logged pipes stdout)"
expect "standard error is logged" "err " "$(logged pipes stderr)"
"$runtime" --root "$work/state" delete pipes >delete.out 2>&1
expect "delete succeeds and prints nothing" "0 " "$? $(cat delete.out)"

bundle tty true sh -c 'test -t 0 && test -t 1 && test -t 2 && echo terminal'
create tty -t
"$runtime" --root "$work/state" start tty >/dev/null 2>&1
expect "conmon gets the terminal by its socket" "0 terminal " "$(exit_status tty) $(logged tty stdout)"
"$runtime" --root "$work/state" delete --force tty >/dev/null 2>&1

bundle long false sleep 1000
create long
"$runtime" --root "$work/state" start long >/dev/null 2>&1
"$runtime" --root "$work/state" kill long KILL >/dev/null 2>&1
expect "conmon learns of a kill" 137 "$(exit_status long)"
"$runtime" --root "$work/state" delete --force long >/dev/null 2>&1

bundle missing false /bin/nothing
create missing
expect "conmon learns that create was refused" -1 "$(jq -r .data <<<"$told" 2>/dev/null)"
expect "the reason names the program" yes \
  "$(jq -r .message <<<"$told" 2>/dev/null | grep -q '/bin/nothing' && echo yes)"

expect "no state is left" "" "$(ls "$work/state" 2>/dev/null)"
expect "no cgroup is left" "" "$(find /sys/fs/cgroup -path "*/$name*" -type d 2>/dev/null)"
expect "no mount is left" "" "$(grep -F "$work/" /proc/mounts)"
report
