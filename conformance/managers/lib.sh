# SPDX-License-Identifier: Apache-2.0
# Read by the scripts beside it. Each starts one manager on the runtime, unmodified and from Debian's package,
# and puts containers through a round of its plain commands.
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
. "$here/../../tests/kit/system.sh"

# unpacked PROGRAM PACKAGE...: the program, from the packages if it is not installed. They are not installed
# either, for their maintainer scripts start daemons and make users.
unpacked() {
  local program=$1
  shift
  command -v "$program" >/dev/null && return
  mkdir -p "$work/packages"
  (cd "$work/packages" && apt-get -q download "$@") >"$work/packages.log" 2>&1 ||
    leave_out "$program, in the packages $*, which cannot be fetched"
  local package
  for package in "$work"/packages/*.deb; do dpkg-deb -x "$package" "$work/packages/root"; done
  PATH=$work/packages/root/usr/bin:$work/packages/root/usr/sbin:$PATH
}

# private_host: what the manager writes outside of its own directories is ours alone: /run, /etc, /opt, HOME.
# systemd's own in /run remain if $with_systemd.
private_host() {
  local directory
  [[ ! ${with_systemd-} ]] || { mkdir "$work/run" && mount --bind /run "$work/run"; }
  mount -t tmpfs -o mode=755 managers /run
  for directory in ${with_systemd:+systemd dbus}; do
    mkdir "/run/$directory"
    mount --rbind "$work/run/$directory" "/run/$directory"
  done
  [[ ! ${with_systemd-} ]] || { umount -l "$work/run" && rmdir "$work/run"; }
  for directory in /etc /opt; do
    mkdir -p "$work/host$directory"
    cp -a "$directory/." "$work/host$directory" 2>/dev/null
    mount --bind "$work/host$directory" "$directory"
  done
  export HOME=$work/home
  mkdir "$HOME"
  unset XDG_RUNTIME_DIR
  own_profiles >"$work/profiles"
  cat /proc/self/mountinfo >"$work/mounts"
}
# own_profiles: those of AppArmor that Docker and containerd load.
apparmor=/sys/kernel/security/apparmor
own_profiles() { grep -oE '^(docker-default|cri-containerd\.apparmor\.d) ' $apparmor/profiles 2>/dev/null | sort; }
has_apparmor() { [[ $(head -c 1 /sys/module/apparmor/parameters/enabled 2>/dev/null) == Y && -e $apparmor/profiles ]]; }

# image_tree: $image, the root filesystem of an image: busybox with its applets, root and a user.
image_tree() {
  image=$work/image
  mkdir -p "$image"/{bin,etc,proc,sys,dev,tmp,root}
  cp "$(command -v busybox)" "$image/bin/busybox"
  local applet
  for applet in $(busybox --list); do [[ $applet == busybox ]] || ln -s busybox "$image/bin/$applet"; done
  printf 'root:x:0:0:root:/root:/bin/sh\nuser:x:1000:1000:user:/tmp:/bin/sh\n' >"$image/etc/passwd"
  printf 'root:x:0:\nuser:x:1000:\n' >"$image/etc/group"
}

# need_criu: that checkpoints work here.
need_criu() {
  command -v criu >/dev/null || leave_out 'the program criu'
  local said
  said=$(criu check 2>&1) || leave_out "a CRIU that knows this kernel ($(grep -m 1 Error <<<"$said"))"
}

# readme_snippet KEY: the file that the README shows first below its line with KEY, with the tested runtime as its
# program. The manual page hull-managers(7) takes it by the same rule.
readme_snippet() {
  local text
  text=$(awk -v key="$1" '/^    / { if (found) { print substr($0, 5); shown = 1 } next }
    shown { exit } index($0, key) { found = 1 }' "$here/../../README.md")
  [[ $text == */usr/local/bin/hull* ]] || { echo "the README shows no program below $1" >&2; exit 1; }
  echo "${text//\/usr\/local\/bin\/hull/$runtime}"
}

# private_network: the daemons' network namespace, with lo up; there COMMAND...: in it.
private_network() {
  : >/run/managers-network
  unshare --net=/run/managers-network busybox ip link set lo up
}
there() { nsenter --net=/run/managers-network -- "$@"; }

# daemon NAME COMMAND...: starts it there; its process is $daemon and what it says is in $work/NAME.log.
daemons=()
daemon() {
  local log=$work/$1.log
  shift
  nsenter --net=/run/managers-network -- "$@" >>"$log" 2>&1 &
  daemon=$!
  daemons=("$daemon" "${daemons[@]}")
}
# kill_daemon SIGNAL PID: and waits for its end.
kill_daemon() { kill -s "$1" "$2" && { wait "$2" 2>/dev/null; true; }; }
# start_containerd [CONFIG]
start_containerd() {
  daemon containerd containerd --config "${1:-/dev/null}" --root "$work/containerd" --state /run/containerd \
    --address /run/containerd.sock
  answers command ctr --address /run/containerd.sock version && return
  tail -n 20 "$work/containerd.log"
  fail 'containerd starts'
  report
  exit
}
# start_dockerd NAME FLAG...: on that containerd, with its own directories, the runtime of the README's file being
# the default. `docker` talks to the last one started; its process is $dockerd.
start_dockerd() {
  export DOCKER_HOST=unix:///run/$1.sock
  readme_snippet daemon.json >"$work/daemon.json" || exit
  daemon "$1" dockerd --data-root "$work/$1" --exec-root "/run/$1" --pidfile "/run/$1.pid" --host "$DOCKER_HOST" \
    --containerd /run/containerd.sock --cgroup-parent "/$name" --storage-driver vfs \
    --config-file "$work/daemon.json" --default-runtime hull "${@:2}"
  dockerd=$daemon
  answers docker version && return
  tail -n 20 "$work/$1.log"
  fail 'dockerd starts'
  report
  exit
}
# For a dockerd whose containers have no network but the host's.
no_network=(--bridge none --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false)
import_image() { tar -C "$image" -c . | docker import --change 'CMD ["sh"]' - bb:1 >/dev/null; }
end_daemons() {
  local pid profile
  for pid in "${daemons[@]}"; do kill_daemon TERM "$pid"; done
  own_profiles | comm -13 "$work/profiles" - | while read -r profile; do echo -n "$profile" >$apparmor/.remove; done
  awk -v below="$work/" 'index($5, below) == 1 { print $5 }' /proc/self/mountinfo | xargs -r umount -l
}
# answers COMMAND...: waits until it succeeds. The bound is a watchdog, nobody is judged by it.
answers() {
  local try
  for ((try = 0; try < 3000; try++)); do
    "$@" >/dev/null 2>&1 && return
    sleep 0.1
  done
  return 1
}
# eventually PATTERN COMMAND...: runs it until a line of what it says is like the pattern.
eventually() {
  local pattern=$1 try
  shift
  for ((try = 0; try < 3000; try++)); do
    "$@" >"$work/eventually" 2>&1
    grep -qx -e "$pattern" "$work/eventually" && break
    sleep 0.1
  done
  cat "$work/eventually"
}
# terminal COMMAND...: with a terminal of its own.
terminal() {
  # Open for reading and writing: at an end of file `script` would type a ^D.
  [[ -p $work/keyboard ]] || mkfifo "$work/keyboard"
  # It takes the caller's shell, and only bash reads all that bash quotes.
  SHELL=$BASH script -qec "$(printf '%q ' "$@")" /dev/null <>"$work/keyboard" | tr -d '\r'
}

# round: reads commands and what is to become of them from standard input.
#   $ COMMAND   run by this shell, without input
#   ? STATUS    what it ends with (0), a shell's pattern too
#   > PATTERN   a line of what it says on either stream is like the shell's pattern, another for each
#   ! PATTERN   no line is like it
#   # REMARK
round() {
  local line command='' status likes=() unlikes=()
  while IFS= read -r line; do
    case $line in
      '$ '*)
        judge
        command=${line#'$ '} status=0 likes=() unlikes=()
        ;;
      '? '*) status=${line#'? '} ;;
      '> '*) likes+=("${line#'> '}") ;;
      '! '*) unlikes+=("${line#'! '}") ;;
      '' | '# '*) ;;
      *) echo "a round has no such line: $line" >&2; exit 1 ;;
    esac
  done
  judge
}

# judge: what became of $command.
judge() {
  [[ $command ]] || return 0
  local code line pattern i lines
  (eval "$command") >"$work/said" 2>&1 </dev/null
  code=$?
  mapfile -t lines <"$work/said"
  # shellcheck disable=SC2053 # patterns are meant
  if [[ $code != $status ]]; then
    fail "$command" "it ended with $code, not $status; $(told)"
    return
  fi
  # The two streams have no order.
  # shellcheck disable=SC2053
  for pattern in "${likes[@]}"; do
    for i in "${!lines[@]}"; do
      [[ ${lines[i]} != $pattern ]] || { unset "lines[$i]"; continue 2; }
    done
    fail "$command" "no line is like '$pattern'; $(told)"
    return
  done
  for pattern in "${unlikes[@]}"; do
    for line in "${lines[@]}"; do
      [[ $line != $pattern ]] || { fail "$command" "it said '$line'"; return; }
    done
  done
  pass "$command"
}
told() { echo "it said '$(tail -c 600 "$work/said" | tr '\n' '|')'"; }

# leavings: what containers that are removed have left while their manager lives on.
leavings() {
  find /sys/fs/cgroup -path "*/$name/*" -type d
  # Shims are in the daemons' mount namespace; others may have theirs, and their mounts, on this machine.
  pgrep --ns $$ --nslist mnt -af containerd-shim
  pgrep -af "^$runtime "
  awk 'NR == FNR { was[$1]; next } $1 in was { next } $5 ~ "/[0-9a-f]{64}" || ($5 ~ "/netns/" && $5 !~ "/default$") { print "mount " $5 }' \
    "$work/mounts" /proc/self/mountinfo
  find /run -regextype posix-extended -regex '.*/[0-9a-f]{64}'
} 2>/dev/null
# no_leavings SENTENCE: a shim takes a moment to end. Lines like $not_ours, a regular expression, do not count.
no_leavings() {
  local try left
  for ((try = 0; try < 200; try++)); do
    left=$(leavings | grep -vE "${not_ours:-^$}")
    [[ $left ]] || break
    sleep 0.1
  done
  expect_none "$1" "$(head -n 5 <<<"$left" | tr '\n' '|' | sed 's/^|$//')"
}

# nothing_left: no cgroup of a container, and no process of the runtime; then the daemons are ended.
nothing_left() {
  local left
  end_daemons 2>/dev/null
  left=$(find /sys/fs/cgroup -path "*/$name/*" -type d 2>/dev/null)
  expect_none 'no cgroup of a container is left' "$left"
  left=$(pgrep -f "^$runtime ")
  expect_none 'no process of the runtime is left' "$left"
}
expect_none() { if [[ $2 ]]; then fail "$1" "$2"; else pass "$1"; fi; }
