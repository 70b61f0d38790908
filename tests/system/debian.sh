#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# packages: debootstrap jq
# A Debian root filesystem in a container: tests/system/debian.sh RUNTIME
# The release and the mirror are those of the machine's own apt. Needs root and the mirror.
set -u
here=$(dirname "$(readlink -f "$0")")
. "$here/../kit/system.sh"
. "$here/../kit/profiles.sh"
begin "a Debian container" "${1-}" debootstrap jq script
read -r mirror release < <(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' \
  'Created-By: Packages' 2>/dev/null)
[[ ${release-} ]] || leave_out "an apt source"
alone debian
# In its own mount namespace: debootstrap mounts proc there and does not always take it back.
if ! unshare --mount --propagation private \
  debootstrap --variant=minbase "$release" rootfs "$mirror" >log 2>&1 </dev/null; then
  leave_out "a mirror to debootstrap $release from ($(tail -n 1 log))"
fi

# bundle TERMINAL PROGRAM ARGUMENT...: config.json in the current directory.
bundle() {
  local words
  words=$(printf '%s\n' "${@:2}" | jq -R . | jq -s .)
  jq -n --argjson words "$words" --argjson terminal "$1" --arg cgroup "/$name" '{
    ociVersion: "1.0.2",
    process: {user: {uid: 0, gid: 0}, cwd: "/", terminal: $terminal, args: $words,
              env: ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "TERM=xterm", "HOME=/root", "PS1=> "]},
    root: {path: "rootfs"},
    hostname: "debian",
    mounts: [{destination: "/proc", type: "proc", source: "proc"},
             {destination: "/dev", type: "tmpfs", source: "tmpfs",
              options: ["nosuid", "strictatime", "mode=755"]},
             {destination: "/dev/pts", type: "devpts", source: "devpts",
              options: ["nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620", "gid=5"]},
             {destination: "/dev/shm", type: "tmpfs", source: "shm", options: ["mode=1777"]},
             {destination: "/sys", type: "sysfs", source: "sysfs", options: ["ro"]}],
    linux: {cgroupsPath: $cgroup,
            namespaces: (["pid", "network", "ipc", "uts", "mount"] | map({type: .}))}
  }' >config.json
}

hull() { "$runtime" --root "$work/state" "$@"; }
expect() {
  if [[ $2 == "$3" ]]; then pass "$1"; else fail "$1" "wanted '$2', saw '$3'"; fi
}
# What a container must not change: mounts, cgroups of our name, processes.
host() {
  sort /proc/mounts
  find /sys/fs/cgroup -type d -name "$name"
  for directory in /proc/[0-9]*; do
    [[ $directory == /proc/1 || $directory == /proc/$BASHPID ]] ||
      tr '\0' ' ' <"$directory/cmdline" 2>/dev/null
  done
}

host >before
bundle false /bin/bash -c 'apt-get --version'
seen=$(hull run one </dev/null 2>stderr)
expect "bash runs apt-get" "0 apt" "$? ${seen%% *}"

bundle true /bin/bash --norc
# The size may arrive a moment after the shell has started.
wait_for_size='for i in {1..100}; do [[ $(stty size) == "33 77" ]] && break; sleep 0.1; done'
# script gives a real pty and types what it reads. The shell's echo is off, so that what is found in
# the output was answered.
seen=$(printf '%s\n' 'stty -echo' "$wait_for_size" 'stty size' 'tty' 'echo $((6 * 7))' 'exit 5' |
  SHELL=$BASH script -qefc "stty rows 33 cols 77; exec '$runtime' --root '$work/state' run two" /dev/null 2>stderr)
status=$?
has() { tr -d '\r' <<<"$seen" | sed 's/^\(> \)*//' | grep -qx "$1" && echo yes || echo "no: $(tail -n 3 <<<"$seen")"; }
expect "an interactive shell gives its exit status" 5 $status
expect "the shell answers" yes "$(has 42)"
expect "the shell has a terminal of its own" yes "$(has '/dev/\(pts/0\|console\)')"
expect "the terminal has the size of the outer one" yes "$(has '33 77')"

bundle false sleep 1000
hull create three </dev/null >/dev/null 2>stderr
hull start three 2>>stderr
expect "sleep runs" running "$(hull state three 2>>stderr | jq -r .status)"
hull kill three KILL 2>>stderr
for ((i = 0; i < 600; i++)); do
  [[ $(hull state three 2>/dev/null | jq -r .status) == stopped ]] && break
  sleep 0.1
done
hull delete three 2>>stderr
expect "a killed container is deleted" "0 " "$? $(cat stderr)"

# What managers confine a container with: programs work, and what gives power is refused with the
# profile's errno. perl makes the calls that no program of a small Debian makes.
capabilities=$(printf '%s\n' "${docker_capabilities[@]}" | jq -R . | jq -sc '{bounding: ., effective: ., permitted: .}')
call() { printf 'print syscall(%s) < 0 ? "errno " . ($! + 0) : "done", chr 10' "$1"; }
# word_for NAME: what the profile says of a call that it does not look into the arguments of.
word_for() {
  jq -r --arg name "$1" '
    [.syscalls[] | select(.args == [] and (.names | index($name)))][0] as $rule
    | if $rule.action == "SCMP_ACT_ALLOW" then "done"
      else "errno \(if $rule then $rule.errnoRet // 1 else .defaultErrnoRet // 1 end)" end' profile
}
for manager in docker podman; do
  if ! manager_profile "$manager" "${docker_capabilities[@]}" >profile 2>reason; then
    skip "a container under $manager's profile" "the package with it ($(cat reason))"
    continue
  fi
  # It runs what a program that was never confined runs, and the second time from the kept filter.
  for time in once again; do
    # One line: bundle() makes a word of each.
    lines="apt-get --version | head -n 1; perl -e 'print 6 * 7, qq(\\n)'; dpkg --print-architecture"
    for numbers in '272, 0x10000000' '250, 0, -5, 0' '165, 0, 0, 0, 0, 0' 9999; do lines+="; perl -e '$(call "$numbers")'"; done
    bundle false /bin/sh -c "$lines; unshare -U true 2>&1 || :"
    jq --slurpfile profile profile --argjson capabilities "$capabilities" \
      '.linux.seccomp = $profile[0] | .process.capabilities = $capabilities' config.json >confined
    mv confined config.json
    seen=$(hull run "$manager" </dev/null 2>stderr)
    expect "$manager's profile lets programs run, $time" "0 apt 42 $(dpkg --print-architecture)" \
      "$? $(sed -n '1s/ .*//p;2,3p' <<<"$seen" | paste -sd ' ')"
    expect "unshare of a user namespace is as $manager's profile says, $time" "$(word_for unshare)" "$(sed -n 4p <<<"$seen")"
    expect "keyctl is as $manager's profile says, $time" "$(word_for keyctl)" "$(sed -n 5p <<<"$seen")"
    # Where the profile lets it pass, the kernel refuses the arguments.
    [[ $(word_for mount) == done ]] ||
      expect "mount is as $manager's profile says, $time" "$(word_for mount)" "$(sed -n 6p <<<"$seen")"
    expect "a call that $manager's profile does not know yet is not implemented, $time" 'errno 38' "$(sed -n 7p <<<"$seen")"
    [[ $(word_for unshare) == done ]] || expect "unshare(1) says so, $time" \
      'unshare: unshare failed: Operation not permitted' "$(sed -n 8p <<<"$seen")"
  done
done

host >after
expect "no mount, cgroup or process is left" "" "$(diff before after)"
expect "no state is left" "" "$(ls state 2>/dev/null)"
report
