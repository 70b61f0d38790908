# SPDX-License-Identifier: Apache-2.0
# Read by tests/system/*.sh and conformance/managers/*, with report.sh: what they all begin with.
. "$(dirname "${BASH_SOURCE[0]}")/report.sh"
. "$(dirname "${BASH_SOURCE[0]}")/../../conformance/controllers"

# leave_out POWER: the whole script is one skip, of its $sentence.
leave_out() {
  skip "$sentence" "$1"
  report
  exit
}

# begin SENTENCE RUNTIME PROGRAM...: sets $runtime, or leaves the script out where it is not run by
# root or lacks a program.
begin() {
  sentence=$1
  runtime=$(command -v "${2:?usage: ${0##*/} RUNTIME}") || { echo "no such runtime: $2" >&2; exit 1; }
  runtime=$(readlink -f "$runtime")
  local program
  for program in "${@:3}"; do command -v "$program" >/dev/null || leave_out "$program"; done
  [[ $EUID == 0 ]] || leave_out root
}

# alone NAME: the script goes on in a mount namespace of its own, and in a pid namespace, which ends
# what a failure leaves running, in the temporary directory $work. $name is unique; cgroups whose
# names begin with it are gone at the end, as is $work, and the controllers of the v2 root are those of before.
alone() {
  if [[ ! ${HULL_TEST_INSIDE-} ]]; then
    HULL_TEST_INSIDE=yes exec unshare --mount --propagation private --pid --fork --mount-proc \
      --kill-child -- "$0" "$runtime"
  fi
  work=$(mktemp -d "${TMPDIR:-/tmp}/hull-$1.XXXXXX")
  name=hull-$1-${work##*.}
  # Seen before a script has a /run of its own.
  systemd_runs=
  [[ ! -d /run/systemd/system ]] || systemd_runs=yes
  remember_controllers
  trap clean_up EXIT
  trap 'exit 130' INT TERM
  cd "$work" || exit 1
}

clean_up() {
  local status=$?
  trap - EXIT
  # A monitor that has just seen its container end takes a moment to end itself.
  local try
  for ((try = 0; try < 50; try++)); do
    find /sys/fs/cgroup -depth -path "*/$name*" -type d -exec rmdir {} + 2>/dev/null
    [[ $(find /sys/fs/cgroup -path "*/$name*" -type d -print -quit) ]] || break
    sleep 0.1
  done
  [[ $systemd_runs ]] || put_back_controllers
  rm -rf --one-file-system "$work"
  exit "$status"
}
