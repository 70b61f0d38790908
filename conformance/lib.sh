# SPDX-License-Identifier: Apache-2.0
# The kit that every script sources: a bundle of its own, the runtime, and what to expect of it.
# Given by `run`: RUNTIME, WORK (shared rootfs and config), DIR (the script's own), TOKEN (unique;
# part of every container id and cgroup path, so that leftovers are found), VIEW, MANAGER, HULL_ONLY
# (what the script's mark of that name says, or nothing).
#
#   $bundle $id $root         this script's bundle, a container id, the state root
#   config FILTER [jq args]   edit config.json in place
#   args CMD [ARG]...         set process.args;   inside TEXT: run TEXT by the container's sh
#   rt ARG...                 call the runtime; then $status, and files $out and $err
#   run | create [FLAG]...    the same for the container $id; output of the container is in $out
#   fail TEXT, skip POWER, expect_...
set -eu
umask 022
root=$DIR/state
bundle=$DIR/bundle
id=$TOKEN
tmp=$DIR/tmp
calls=0
# Who makes the container's cgroup, and where: below the root, or a scope of systemd's; $cgroup is its path then.
manager=() cgroups_path=/$TOKEN cgroup=/$TOKEN
[ "$MANAGER" = cgroupfs ] || manager=(--systemd-cgroup) cgroups_path=system.slice:conformance:$TOKEN \
  cgroup=/system.slice/conformance-$TOKEN.scope

# One line, of which `one` shows the last: the newlines of a quoted output become " | ".
fail() { echo "${*//$'\n'/ | }" >>"$DIR/reason"; echo "fail: $*"; exit 1; }
# The missing power, for the reader who may be able to give it.
skip() { echo "$*" >>"$DIR/reason"; exit 77; }
trap 'echo "line $LINENO of ${BASH_SOURCE[0]##*/}: $BASH_COMMAND" >>"$DIR/reason"' ERR
set -E

# new_bundle DIR: a bundle with its own copy of the root filesystem.
new_bundle() {
  mkdir -p "$1"
  cp -a "$WORK/rootfs" "$1/rootfs"
  jq --arg path "$cgroups_path" '.linux.cgroupsPath = $path' "$WORK/config.json" >"$1/config.json"
}

config() {
  local filter=$1 edited
  shift
  edited=$(jq "$filter" "$@" <"$bundle/config.json")
  echo "$edited" >"$bundle/config.json"
}
args() { config '.process.args = $ARGS.positional' --args -- "$@"; }
inside() { args /bin/sh -c "$1"; }
# namespace TYPE [PATH]: exactly one entry of that type.
namespace() {
  config '.linux.namespaces |= (map(select(.type != $type)) + [{type: $type} +
    (if $path == "" then {} else {path: $path} end)])' --arg type "$1" --arg path "${2:-}"
}
without_namespace() { config '.linux.namespaces |= map(select(.type != $type))' --arg type "$1"; }
# A user namespace over host ids 100000-165535.
user_namespace() {
  namespace user
  config '.linux.uidMappings = [{containerID: 0, hostID: 100000, size: 65536}]
        | .linux.gidMappings = .linux.uidMappings'
  chown -R 100000:100000 "$bundle/rootfs"
}
# mount JSON: one more mount, after the others.
mount_entry() { config ".mounts += [$1]"; }

# landlock JSON: the document of hull's annotation; the kernel must have what it takes.
landlock() {
  [ -d "$tmp/security" ] || {
    mkdir "$tmp/security"
    host_mount -t securityfs securityfs "$tmp/security" || skip 'a kernel that tells its security modules'
  }
  grep -qw landlock "$tmp/security/lsm" || skip 'a kernel with Landlock'
  config '.annotations["run.oci.hull.landlock"] = $text' --arg text "$1"
}

# hook KIND TEXT: one more hook of that kind, run by sh: the host's, or the container's for startContainer.
hook() {
  config '.hooks[$kind] += [{path: "/bin/sh", args: ["sh", "-c", $text],
    env: ["PATH=/usr/bin:/bin"]}]' --arg kind "$1" --arg text "$2"
}

# host_mount ARG... TARGET: mount(8) in this script's own mount namespace, until the script ends.
host_mounts=()
host_mount() {
  mount "$@"
  host_mounts=("${!#}" "${host_mounts[@]}")
}

# host_tree: $tmp/tree, a mount with a second one on its folder `sub`, given to mount options $1.
host_tree() {
  mkdir "$tmp/tree"
  host_mount -t tmpfs -o "${1:-rw}" tree "$tmp/tree"
  mkdir "$tmp/tree/sub"
  host_mount -t tmpfs -o "${1:-rw}" sub "$tmp/tree/sub"
}

# private_dev: a /dev of this script's own in the place of the host's, for nodes that a container may harm.
private_dev() {
  local node link
  mkdir "$tmp/dev"
  host_mount -t tmpfs -o mode=755,nosuid dev "$tmp/dev"
  for node in null:1:3 zero:1:5 full:1:7 random:1:8 urandom:1:9 kmsg:1:11 tty:5:0; do
    mknod -m 666 "$tmp/dev/${node%%:*}" c $(tr : ' ' <<<"${node#*:}")
  done
  for link in fd:/proc/self/fd stdin:/proc/self/fd/0 stdout:/proc/self/fd/1 stderr:/proc/self/fd/2 ptmx:pts/ptmx; do
    ln -s "${link#*:}" "$tmp/dev/${link%%:*}"
  done
  mkdir "$tmp/dev/pts" "$tmp/dev/shm"
  mount --rbind /dev/pts "$tmp/dev/pts"
  host_mount --rbind "$tmp/dev" /dev
  nodes=$(dev_nodes)
}
dev_nodes() { (cd /dev && stat -c '%n %F %a %u:%g %t:%T %Y' null zero full random urandom kmsg tty); }
expect_nodes_kept() { expect_equal "$(dev_nodes)" "$nodes" "the host's /dev ${1:-}"; }

# holder TYPE FLAG...: a process in a new namespace of that type, in $holder, until the script ends.
holders=()
holder() {
  local type=$1
  shift
  unshare "$@" sleep 1000000 &
  holder=$!
  holders+=("$holder")
  wait_until is_elsewhere "$type" "$holder"
}

# Of a container that printed its /proc/self/mountinfo: the options of what is mounted at $1, those
# of the mount and those of its filesystem, one a line.
options_of() {
  awk -v at="$1" '$5 == at { for (i = 7; $i != "-"; i++); found = $6 "," $(i + 3) }
    END { print found }' "$out" | tr ',' '\n'
}
expect_option() { options_of "$1" | grep -qx "$2" || fail "$1 has no '$2': $(grep -m1 " $1 " "$out")"; }
expect_no_option() { ! options_of "$1" | grep -qx "$2" || fail "$1 has '$2': $(grep -m1 " $1 " "$out")"; }
# tagged PATH: the propagation fields of the mount at PATH.
tagged() { awk -v at="$1" '$5 == at { t = ""; for (i = 7; $i != "-"; i++) t = t " " $i } END { print t }' "$out"; }

# show NAME FILE: its lines for the log. Without a process, of which a script has too many already.
show() {
  local line
  while IFS= read -r line || [ "$line" ]; do echo "  $1: $line"; done <"$2"
}
# Files, not pipes: a container that lives on keeps its stdout.
rt() {
  calls=$((calls + 1))
  out=$DIR/out.$calls
  err=$DIR/err.$calls
  status=0
  "$RUNTIME" --root "$root" "${manager[@]}" "$@" </dev/null >"$out" 2>"$err" || status=$?
  echo "+ $*"
  echo "  status $status"
  show out "$out"
  show err "$err"
}
run() { rt run "$@" --bundle "$bundle" "$id"; }
# create keeps the name of the file that the container writes to in $container_out.
create() { rt create "$@" --bundle "$bundle" "$id"; container_out=$out; }
must() { "$@"; [ "$status" = 0 ] || fail "$* ended with $status: $(tail -n 1 "$err")"; }

state() { "$RUNTIME" --root "$root" state "${2:-$id}" | jq -r "$1"; }
expect_state() {
  local now
  now=$(state .status)
  [ "$now" = "$1" ] || fail "status is '$now', not '$1'"
}
# wait_until COMMAND...: no bound but the watchdog's.
wait_until() { until "$@"; do sleep 0.05; done; }
# is_elsewhere TYPE PID: that process has left our namespace of that type.
is_elsewhere() { [ "$(readlink "/proc/$2/ns/$1")" != "$(readlink "/proc/self/ns/$1")" ]; }
is_state() { [ "$(state .status "${2:-$id}")" = "$1" ]; }
wait_state() { wait_until is_state "$1"; }
# What the container wrote, once it has ended.
finish() { wait_state stopped; out=$container_out; }

expect_status() { [ "$status" = "$1" ] || fail "exit status is $status, not $1: $(tail -n 1 "$err")"; }
expect_success() { expect_status 0; }
# The whole output, trailing newlines aside.
expect_output() {
  [ "$(cat "$out")" = "$1" ] || fail "output is '$(head -c 300 "$out")', not '$1'; $(tail -n 1 "$err")"
}
expect_line() { grep -qxF -e "$1" "$out" || fail "no line '$1' in '$(head -c 300 "$out")'; $(tail -n 1 "$err")"; }
expect_match() { grep -qE -e "$1" "$out" || fail "'$(head -c 300 "$out")' does not match /$1/; $(tail -n 1 "$err")"; }
expect_no_match() { ! grep -qE -e "$1" "$out" || fail "'$(grep -E -m1 -e "$1" "$out")' matches /$1/"; }
# The call was refused: a status other than 0, and a text on stderr, which matches if asked.
expect_error() {
  [ "$status" != 0 ] || fail "it succeeded, but must be refused"
  # What a shell says of a program that is not there, or that a signal ended.
  [ "$status" -lt 126 ] || [ "$status" = 255 ] || fail "the runtime did not refuse it, it ended with $status"
  [ -s "$err" ] || fail "it was refused without a word on stderr"
  # runc's text log writes a quotation mark as \".
  [ $# = 0 ] || sed 's/\\"/"/g' "$err" | grep -qiE -e "$1" || fail "'$(head -c 300 "$err")' does not match /$1/"
}
# Nothing of container $id is left: no state, no cgroup.
expect_nothing_left() {
  local hierarchy
  [ ! -e "$root/$id" ] || fail "the state directory of '$id' is left"
  for hierarchy in $(awk '$3 ~ /^cgroup2?$/ { print $2 }' /proc/mounts); do
    [ -z "$(find "$hierarchy" -type d -name "*$TOKEN*" ! -name "user-of-*" -print -quit)" ] ||
      fail "a cgroup is left: $(find "$hierarchy" -type d -name "*$TOKEN*" ! -name "user-of-*" -print -quit)"
  done
}
expect_refused_create() {
  create
  expect_error "$@"
  expect_nothing_left
}
expect_equal() { [ "$1" = "$2" ] || fail "${3:-it} is '$1', not '$2'"; }
# gone PID: it has ended, also where it is reaped while we look.
gone() {
  local line
  [ -e "/proc/$1" ] || return 0
  line=$(grep '^State:' "/proc/$1/status" 2>/dev/null) || { [ ! -e "/proc/$1" ]; return; }
  [[ $line == State:?Z* ]]
}

# terminal COMMAND...: runs it with a terminal of its own; output, with CR removed, in $out.
terminal() {
  local quoted
  calls=$((calls + 1))
  out=$DIR/out.$calls
  err=$out
  quoted=$(printf '%q ' "$@")
  status=0
  # Open for reading and writing: at an end of file `script` would type a ^D.
  [ -p "$DIR/keyboard" ] || mkfifo "$DIR/keyboard"
  # It takes the caller's shell, and only bash reads all that bash quotes ($'\n').
  SHELL=$BASH script -qec "$quoted" /dev/null <>"$DIR/keyboard" >"$out.raw" 2>&1 || status=$?
  tr -d '\r' <"$out.raw" >"$out"
  echo "+ (terminal) $*"
  echo "  status $status"
  show out "$out"
}

# need_apparmor: that profiles can be loaded here.
need_apparmor() {
  [ "$(head -c 1 /sys/module/apparmor/parameters/enabled 2>/dev/null)" = Y ] || skip 'AppArmor'
  command -v apparmor_parser >/dev/null || skip 'the package apparmor'
  mountpoint -q /sys/kernel/security || host_mount -t securityfs securityfs /sys/kernel/security
}
# apparmor_profile NAME [RULE]...: loads the profile $TOKEN-NAME, which allows everything but what the
# rules deny, until the script ends. $profile is its whole name.
profiles=()
apparmor_profile() {
  profile=$TOKEN-$1
  shift
  { echo "profile $profile flags=(attach_disconnected,mediate_deleted) {"
    printf '  %s,\n' file capability network mount umount pivot_root signal ptrace unix change_profile "$@"
    echo '}'; } >"$tmp/$profile"
  apparmor_parser --replace --skip-cache "$tmp/$profile" || fail "the profile $profile was not loaded"
  profiles+=("$profile")
}

# process_tool: the program of process.c, $process here and /bin/process in the container.
process_tool() {
  process=$WORK/process
  [ -x "$process" ] || skip 'a C compiler, for process.c'
  cp "$process" "$bundle/rootfs/bin/"
}

# real_time: that real-time processes are to be had, and a budget for the container where cgroups have one.
real_time() {
  local at
  chrt -f 1 true 2>/dev/null || skip 'real-time scheduling for this cgroup'
  at=$(awk '$3 == "cgroup" && ("," $4 ",") ~ /,cpu,/ { print $2 }' /proc/mounts | tail -n 1)
  { [ -n "$at" ] && [ -e "$at/cpu.rt_runtime_us" ]; } || return 0
  config '.linux.resources.cpu += {realtimeRuntime: 5000, realtimePeriod: 500000}'
}

# net_device NAME: a virtual network device in this script's network namespace, whose other end is $peer.
net_device() {
  command -v ip >/dev/null || skip 'ip(8) of iproute2'
  peer=peer$1
  ip link add "$1" type veth peer name "$peer" 2>/dev/null || skip 'virtual network devices (veth)'
}
# net_devices JSON: the object linux.netDevices, with a network namespace.
net_devices() {
  namespace network "${2:-}"
  config '.linux.netDevices = ($devices | fromjson)' --arg devices "$1"
}

# resctrl: where that file system is mounted; groups of this script have $TOKEN in their names.
resctrl=
resctrl() {
  resctrl=$(awk '$3 == "resctrl" { print $2; exit }' /proc/mounts)
  [ -n "$resctrl" ] || skip 'a processor with RDT or its like, and resctrl mounted'
}
# rdt_groups: the directories that are groups of resctrl, monitoring groups too.
rdt_groups() {
  find "$resctrl" -mindepth 1 -type d ! -path '*/info*' ! -path '*/mon_data*' ! -name mon_groups
}
# cache_line: a line of the schemata as it is now, with a value that the kernel takes anywhere.
cache_line() { grep -m 1 -oE '[A-Z0-9]+:.*' "$resctrl/schemata" | tr -d ' '; }

# checkpoints [TEXT]: that CRIU works here. The container runs TEXT by its sh, and then counts in /count/now, on a tmpfs
# of its own.
checkpoints() {
  command -v criu >/dev/null || skip 'the program criu'
  # CRIU looks at what the kernel has by connecting to itself.
  ip link set lo up
  criu check >"$tmp/criu" 2>&1 || skip "a CRIU that knows this kernel ($(grep -m1 -o 'Error.*' "$tmp/criu"))"
  images=$tmp/images
  mount_entry '{destination: "/count", type: "tmpfs", source: "tmpfs"}'
  inside "${1:-:}"'
i=0; while :; do i=$((i + 1)); echo $i >/count/new; mv /count/new /count/now; sleep 0.1; done'
}
# counted [ID]: how far it is; counts_on FROM [ID]: waits until it is further.
counted() { "$RUNTIME" --root "$root" exec "${1:-$id}" cat /count/now 2>/dev/null; }
is_past() { [ "$(counted "${2:-$id}" || echo 0)" -gt "$1" ]; }
counts_on() { wait_until is_past "$@"; }
# checkpoint | restore [FLAG]...: of the container $id, to and from $images; the restored one is detached.
checkpoint() { rt checkpoint --image-path "$images" "$@" "$id"; }
restore() { rt restore --detach --bundle "$bundle" --image-path "$images" "$@" "$id"; }

# under COMMAND...: from now on the runtime is called by way of that command, which hands on what it is.
under() {
  printf '#!/bin/sh\nexec %s "$@"\n' "$(printf '%q ' "$@" "$RUNTIME")" >"$tmp/runtime"
  chmod +x "$tmp/runtime"
  RUNTIME=$tmp/runtime
}

# as_user [UID]: from now on the runtime is called by an ordinary user, $user, whose the bundle and what a login
# gives are; $program is the runtime itself. The config becomes one that such a user can run: their own ids alone
# are mapped, the network is the host's and /sys with it, and nothing is asked of cgroups.
as_user() {
  user=${1:-65500}
  xdg=$tmp/xdg
  namespace user
  without_namespace network
  config '.linux.uidMappings = [{containerID: 0, hostID: $id, size: 1}]
    | .linux.gidMappings = .linux.uidMappings | del(.linux.cgroupsPath, .linux.resources)
    | (.mounts[] | select(.type == "sysfs")) |= {destination, type: "none", source: "/sys",
      options: ["rbind", "nosuid", "noexec", "nodev", "ro"]}' --argjson id "$user"
  program=$RUNTIME
  mkdir -p "$root" "$xdg"
  chown -R "$user:$user" "$root" "$xdg" "$bundle"
  under setpriv --reuid "$user" --regid "$user" --clear-groups env XDG_RUNTIME_DIR="$xdg"
}

# granted RANGE...: /etc/subuid and /etc/subgid of this script's own, in which $user, by the name of `ann`, has
# these ranges (FIRST:COUNT), and the container's maps with them: $user as root, the ranges from 1 on.
granted() {
  local file range next=1
  command -v newuidmap >/dev/null || skip 'newuidmap (package uidmap)'
  cat /etc/passwd >"$tmp/passwd"
  echo "ann:x:$user:$user::/:/bin/sh" >>"$tmp/passwd"
  for file in subuid subgid; do
    printf 'ann:%s\n' "$@" >"$tmp/$file"
    [ -e "/etc/$file" ] || skip "an /etc/$file, for one of the script's own to stand on"
  done
  for file in passwd subuid subgid; do host_mount --bind "$tmp/$file" "/etc/$file"; done
  for range; do
    config '.linux.uidMappings += [{containerID: $next, hostID: $first, size: $count}]
      | .linux.gidMappings = .linux.uidMappings' \
      --argjson next "$next" --argjson first "${range%:*}" --argjson count "${range#*:}"
    next=$((next + ${range#*:}))
  done
}

# delegated: a cgroup of $user's at $delegated ($home in the hierarchy), in whose child `own` the runtime is
# called from now on; v2 alone. $limit, a filter for the config, asks for a limit of $value in the file $limited.
delegations=()
delegated() {
  any_hierarchy
  [ "$(awk '$3 ~ /^cgroup/' /proc/mounts | wc -l)" = 1 ] && [ "$version" = v2 ] || skip 'a view of v2 alone'
  local controller entry
  home=/user-of-$TOKEN
  delegated=$hierarchy$home
  delegations+=("$delegated")
  mkdir "$delegated" "$delegated/own"
  for controller in memory pids hugetlb; do
    grep -qw $controller "$hierarchy/cgroup.controllers" || continue
    for entry in "$hierarchy" "$delegated"; do echo "+$controller" >"$entry/cgroup.subtree_control"; done
  done
  chown "$user" "$delegated" "$delegated/own" "$delegated"/cgroup.{procs,subtree_control,threads} \
    "$delegated"/own/cgroup.{procs,subtree_control,threads}
  limit='.linux.resources.pids.limit = 20' limited=pids.max value=20
  if ! grep -qw pids "$delegated/cgroup.controllers"; then
    grep -qw hugetlb "$delegated/cgroup.controllers" || skip 'pids or hugetlb on v2'
    limit='.linux.resources.hugepageLimits = [{pageSize: "2MB", limit: 4194304}]'
    limited=hugetlb.2MB.max value=4194304
  fi
  RUNTIME=$program
  # shellcheck disable=SC2016 # for the inner shell
  under sh -c 'echo $$ >"$0/own/cgroup.procs" && exec "$@"' "$delegated" \
    setpriv --reuid "$user" --regid "$user" --clear-groups env XDG_RUNTIME_DIR="$xdg"
}

# console_socket: a listener at $socket; what the terminal that it is sent shows is in $screen.
console_socket() {
  [ -x "$WORK/receive_terminal" ] || skip 'a C compiler, for the other end of --console-socket'
  socket=$DIR/console
  screen=$DIR/screen
  "$WORK/receive_terminal" "$socket" >"$screen" 2>&1 &
  holders+=($!)
  wait_until [ -S "$socket" ]
}
# pidfd_socket SOCKET: a listener there, until it has had one pidfd; "NAME PID" is in $told then.
pidfd_socket() {
  [ -x "$WORK/receive_pidfd" ] || skip 'a C compiler, for the other end of --pidfd-socket'
  told=$DIR/told${1##*/}
  "$WORK/receive_pidfd" "$1" >"$told" 2>&1 &
  holders+=($!)
  wait_until [ -S "$1" ]
}
# service_manager SOCKET: waits at that socket for what sd_notify(3) sends, in $told, and gives the runtime
# its name; /bin/notify is there for the container.
service_manager() {
  [ -x "$WORK/notify" ] || skip 'a C compiler that links statically, for sd_notify'
  cp "$WORK/notify" "$bundle/rootfs/bin/"
  told=$DIR/told
  "$WORK/notify" receive "$1" >"$told" 2>&1 &
  holders+=($!)
  wait_until grep -q listening "$told"
  export NOTIFY_SOCKET=$1
}
# times TEXT: how often that stands in what was told.
times() { tr ' ' '\n' <"$told" | grep -cx -e "$1" || :; }
# attacks: the program of attack.c, for the host in $attack and for the container in /bin/attack.
attacks() {
  [ -x "$WORK/attack" ] || skip 'a C compiler that links statically, for the attacks that no shell can make'
  attack=$WORK/attack
  cp "$attack" "$bundle/rootfs/bin/attack"
}
# attacker WORD...: the container's program is `attack WORD...`, which may trace, and so may whoever comes to it;
# the runtime's environment has a secret, which no memory may have then.
attacker() {
  local fd
  attacks
  # What we have from our caller would count as the runtime's.
  for fd in /proc/$$/fd/*; do
    fd=${fd##*/}
    [ "$fd" -le 2 ] || [ "$fd" = 255 ] || eval "exec $fd>&-"
  done
  export HULL_SECRET="secret of $TOKEN"
  config '.root.readonly = false | .process.capabilities |= map_values(. + ["CAP_SYS_PTRACE"] | unique)
    | .process.capabilities.inheritable = .process.capabilities.bounding'
  # Not as arguments: what is in its own configuration is no secret of the host's.
  printf %s "$HULL_SECRET" >"$bundle/rootfs/secret"
  printf %s "$root" >"$bundle/rootfs/path"
  args attack "$@"
}
# attacking: it has begun.
attacking() {
  rm -f "$bundle/rootfs/ended"
  must create
  must rt start "$id"
  wait_until grep -q watching "$container_out"
}
# watcher [KEY=VALUE]...: the attacker that only looks.
watcher() { attacker visible secret=/secret path=/path "token=$TOKEN" "$@"; }
# watched: it has begun.
watched() {
  attacking
  # So that its workers run whoever else would run.
  # shellcheck disable=SC2046 # words are meant
  renice -n -10 -p $(cat "/proc/$(state .pid)/task/"*/children) >/dev/null
}
# expect_out_of_reach KIND LEAST: it ends, has seen so many processes at least before their exec, and nothing of
# theirs that is the host's. What is wrong goes to $faults.
faults=()
expect_out_of_reach() {
  local counts count
  touch "$bundle/rootfs/ended"
  finish
  counts=$(grep '^{' "$out")
  sed "s/^/$1: /" "$out"
  must rt delete "$id"
  for count in roots cwds fds memory stronger terminals; do
    [ "$(jq ".$count" <<<"$counts")" = 0 ] ||
      faults+=("$1: $count of the host's: $(grep -m 1 "^example $count" "$container_out" || :), of $counts")
  done
  [ "$(jq .early <<<"$counts")" -ge "$2" ] || faults+=("$1: too few were seen before their exec: $counts")
}
# expect_no_faults: a script of many kinds comes to its counts first.
expect_no_faults() {
  [ ${#faults[@]} = 0 ] || {
    printf 'fault: %s\n' "${faults[@]}"
    fail "${faults[0]}"
  }
}
# single_calls: the program of call.c, for the host in $call and for the container in /bin/call.
single_calls() {
  [ -x "$WORK/call" ] || skip 'a C compiler that links statically, for single system calls'
  call=$WORK/call
  cp "$call" "$bundle/rootfs/bin/call"
}
# seccomp JSON [jq args]: the profile.
seccomp() {
  local profile=$1
  shift
  config ".linux.seccomp = ($profile)" "$@"
}
# broad_list: names of what a shell, this kit's programs and any runtime need, and nothing newer than
# Linux 5.8, as JSON.
broad_list() {
  jq -cn '"access arch_prctl bpf brk capget capset chdir chmod chown clock_gettime clock_nanosleep clone
    close connect dup dup2 dup3 epoll_create1 epoll_ctl epoll_pwait epoll_wait eventfd2 execve exit
    exit_group faccessat faccessat2 fchdir fchmod fchmodat fchown fcntl fork fstat fstatfs futex getcwd
    getdents64 getegid geteuid getgid getgroups getpgrp getpid getppid getpriority getrandom getrlimit
    getsockopt gettid getuid ioctl keyctl kill lseek lstat madvise mkdir mkdirat mmap mprotect mremap
    munmap nanosleep newfstatat open openat openat2 pipe pipe2 poll ppoll prctl pread64 prlimit64 pwrite64
    read readlink readlinkat readv recvfrom recvmsg restart_syscall rseq rt_sigaction rt_sigprocmask
    rt_sigreturn rt_sigtimedwait sched_getaffinity sched_yield seccomp select sendmsg sendto set_robust_list
    set_tid_address setgid setgroups setpgid setresgid setresuid setsid setuid sigaltstack socket
    socketpair stat statfs statx sysinfo tgkill time umask uname unlink unlinkat vfork wait4 waitid
    close_range write writev" | [splits("[ \n]+")]'
}
# agent ERRNO NAME...: a listener at $socket that answers the named calls with that errno, until the
# container has ended; what came with its descriptor is in $told.
agent() {
  socket=$DIR/agent
  told=$DIR/told
  "$call" agent "$socket" "$told" "$@" &
  holders+=($!)
  wait_until [ -S "$socket" ]
}
on_screen() { tr -d '\r' <"$screen" | grep -qE -e "$1"; }

# controller NAME [V2-NAME]: sets $version (v1 or v2) and $hierarchy, the mount of the hierarchy
# that has it.
controller() {
  version=v1
  hierarchy=$(awk -v c="$1" '$3 == "cgroup" { n = split($4, o, ","); for (i = 1; i <= n; i++) if (o[i] == c) print $2 }' \
    /proc/mounts | tail -n 1)
  if [ -z "$hierarchy" ]; then
    version=v2
    hierarchy=$(awk '$3 == "cgroup2" { print $2 }' /proc/mounts | tail -n 1)
    { [ -n "$hierarchy" ] && grep -qw "${2:-$1}" "$hierarchy/cgroup.controllers"; } || hierarchy=''
  fi
  [ -n "$hierarchy" ] || skip "no '$1' controller on any cgroup hierarchy of this view"
}
# unified_controller NAME: the same for v2 alone.
unified_controller() {
  local where
  controller "$1"
  where=$hierarchy
  [ "$version" = v2 ] || skip "the '$1' controller on v2: it is on v1 at $where"
}
# any_hierarchy: the same for whatever there is, v2 rather than v1.
any_hierarchy() {
  version=v2
  hierarchy=$(awk '$3 == "cgroup2" { print $2 }' /proc/mounts | tail -n 1)
  [ -n "$hierarchy" ] || controller freezer
}
# v1_only TEXT: where v2 has the controller, what was asked for can only be refused, with TEXT
# (config-linux.md, Unified: an error if the conversion is not possible). The script ends there.
v1_only() {
  [ "$version" = v1 ] || { expect_refused_create "$1"; exit 0; }
}

# own_cgroups: the container's cgroup in each hierarchy, as the kernel has it, whoever made it.
own_cgroups() {
  awk '
    FILENAME == "/proc/mounts" {
      if ($3 == "cgroup2") at[""] = $2
      else if ($3 == "cgroup") { n = split($4, o, ","); for (i = 1; i <= n; i++) at[o[i]] = $2 }
      next
    }
    {
      split($0, f, ":")
      split(f[2] ",", c, ",")
      if (at[c[1]] != "") print at[c[1]] substr($0, length(f[1] f[2]) + 3)
    }' /proc/mounts "/proc/$(state .pid)/cgroup"
}
# own_cgroup: that in $hierarchy.
own_cgroup() { own_cgroups | grep -F "$hierarchy/" | head -n 1; }
# move_below PID: moves that process to a new cgroup `below` in each of the container's.
move_below() {
  local own file
  for own in $(own_cgroups); do
    mkdir "$own/below"
    for file in cpuset.cpus cpuset.mems; do
      [ ! -e "$own/$file" ] || cat "$own/$file" >"$own/below/$file" || true
    done
    echo "$1" >"$own/below/cgroup.procs"
  done
}
# has_file NAME: a cgroup of $hierarchy that is not its root has that file.
has_file() {
  local probe="$hierarchy/$TOKEN-probe" found=1
  mkdir "$probe"
  [ ! -e "$probe/$1" ] || found=0
  rmdir "$probe"
  return $found
}

# swap_limited: the memory controller, and that it limits swap.
swap_limited() {
  controller memory
  has_file "$([ "$version" = v1 ] && echo memory.memsw.limit_in_bytes || echo memory.swap.max)" ||
    skip 'swap accounting of the memory controller'
}

# expect_limit V1-FILE V1-VALUE V2-FILE V2-VALUE: of the container's cgroup in $hierarchy.
expect_limit() {
  local file=$1 value=$2
  [ "$version" = v1 ] || { file=$3 value=$4; }
  expect_file "$file" "$value"
}
# expect_file NAME VALUE: the whole of that file of the container's cgroup in $hierarchy.
expect_file() {
  local own
  own=$(own_cgroup)
  case $own in *"$TOKEN"*) ;; *) fail "the container is in '$own'" ;; esac
  [ -e "$own/$1" ] || fail "there is no '$own/$1'"
  expect_equal "$(cat "$own/$1")" "$2" "$1"
}
# expect_file_line NAME LINE: one of its lines.
expect_file_line() {
  grep -qxF -e "$2" "$(own_cgroup)/$1" || fail "$1 has no line '$2', but '$(cat "$(own_cgroup)/$1")'"
}

# legacy_hierarchy NAME: mounts that v1 controller, which no hierarchy has, beside the others; to be had
# where there are v1 hierarchies already. In a copy of /sys/fs/cgroup: the host's stays as it is.
legacy_hierarchies=()
legacy_hierarchy() {
  local at
  grep -q ' /sys/fs/cgroup/[^ ]* cgroup ' /proc/mounts || return 0
  ! grep -qE " cgroup [^ ]*\b$1\b" /proc/mounts || return 0
  grep -qE "^$1\s+0\s.*1$" /proc/cgroups || skip "a kernel with the $1 controller, on no hierarchy"
  mkdir "$tmp/cgroup"
  host_mount -t tmpfs cgroup "$tmp/cgroup"
  for at in /sys/fs/cgroup/*; do
    if [ -L "$at" ]; then
      cp -a "$at" "$tmp/cgroup/"
    else
      mkdir "$tmp/cgroup/${at##*/}"
      mountpoint -q "$at" && mount --bind "$at" "$tmp/cgroup/${at##*/}"
    fi
  done
  mkdir "$tmp/cgroup/$1"
  # Another script, or the host elsewhere, may have it mounted already: then it is the same one.
  mount -t cgroup -o "$1" cgroup "$tmp/cgroup/$1" || skip "a kernel with the $1 controller, not together with others"
  host_mount --rbind "$tmp/cgroup" /sys/fs/cgroup
  legacy_hierarchies+=("$1")
}
# Nothing of ours may keep the hierarchy: the kernel drops it with its last mount only if no removed
# cgroup of it lingers, so by a later mount and umount. (Another script may still use it.)
release_hierarchy() {
  local _
  mkdir -p "$tmp/released"
  for _ in $(seq 25); do
    ! grep -qE "^$1\s+0\s" /proc/cgroups || return 0
    sleep 0.2
    mount -t cgroup -o "$1" cgroup "$tmp/released" || continue
    (cd "$tmp/released" && find . -depth -type d -path "*$TOKEN*" -exec rmdir {} +)
    umount "$tmp/released"
  done
}

# disk [SCHEDULER]: sets $disk, "MAJOR:MINOR" of a whole disk of this script's own, with that scheduler.
loops=()
disk() {
  local loop
  truncate -s 1M "$tmp/disk"
  loop=$(losetup -f --show "$tmp/disk" 2>/dev/null) || skip 'a loop device'
  loops+=("$loop")
  disk=$(cat "/sys/block/${loop##*/}/dev")
  [ $# = 0 ] || echo "$1" 2>/dev/null >"/sys/block/${loop##*/}/queue/scheduler" || skip "the I/O scheduler $1"
}

# remove_cgroups: every cgroup of this script that has no process.
remove_cgroups() {
  local hierarchy directory
  for hierarchy in $(awk '$3 ~ /^cgroup2?$/ { print $2 }' /proc/mounts); do
    # find's status only tells that another script's cgroup went while it looked.
    while IFS= read -r directory; do
      rmdir "$directory"
    done < <(find "$hierarchy" -depth -type d -path "*$TOKEN*" 2>/dev/null || true)
  done
}

is_hull() { "$RUNTIME" --version 2>/dev/null | grep -q '^hull '; }
if [ "$HULL_ONLY" ] && [ "$CONFORMANCE_ALL" = 0 ] && ! is_hull; then
  skip "hull-only: $HULL_ONLY"
fi

# Whatever the script made is deleted by force; what is left then is the runtime's fault.
finished() {
  local status=$? entry
  trap - EXIT ERR
  set +e
  for entry in "$root"/*; do
    [ -d "$entry" ] && "$RUNTIME" --root "$root" delete --force "${entry##*/}"
  done
  for entry in "${holders[@]}"; do kill -KILL "$entry"; done
  # What a runtime left there keeps them, to be found.
  for entry in "${delegations[@]}"; do rmdir "$entry/own" "$entry"; done
  for entry in "${profiles[@]}"; do apparmor_parser --remove "$tmp/$entry"; done
  for entry in "${loops[@]}"; do
    echo none >"/sys/block/${entry##*/}/queue/scheduler"
    losetup -d "$entry"
  done
  for entry in "${host_mounts[@]}"; do umount -l "$entry"; done
  for entry in "${legacy_hierarchies[@]}"; do release_hierarchy "$entry"; done
  [ -z "$resctrl" ] || find "$resctrl" -mindepth 1 -maxdepth 1 -name "*$TOKEN*" -exec rmdir {} +
  exit "$status"
}
trap finished EXIT
mkdir -p "$root" "$tmp"
new_bundle "$bundle"
