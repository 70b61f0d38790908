# SPDX-License-Identifier: Apache-2.0
# users.md 2, 3 (CVE-2016-9962): what runs in a container and may trace sees each process that enters it, from its
# first moment to its exec: nothing of it is the host's, and it may no more than the container.
# CONFORMANCE_ROUNDS: calls of exec for each kind of container; CONFORMANCE_STEP: how many percent of the processes
# are traced from system call to system call, which runc 1.1.5 does not survive.
# watchdog: 7200
. "$KIT"
watcher "step=${CONFORMANCE_STEP:-50}"
rounds=${CONFORMANCE_ROUNDS:-12}

# enter FLAG...: one exec, whose streams are no files of the host's.
enter() {
  : | "$RUNTIME" --root "$root" exec "$@" "$id" true 2>&1 | cat >"$tmp/said"
  [ "${PIPESTATUS[1]}" = 0 ] || fail "exec $* ended with an error: $(head -c 300 "$tmp/said")"
}

for kind in plain filter no-new-privileges user-namespace; do
  case $kind in
    plain) config '.process.noNewPrivileges = false' ;;
    filter) seccomp '{defaultAction: "SCMP_ACT_ALLOW",
      syscalls: [{names: ["keyctl", "add_key", "swapon", "reboot"], action: "SCMP_ACT_ERRNO"}]}' ;;
    no-new-privileges) config '.process.noNewPrivileges = true' ;;
    user-namespace) user_namespace ;;
  esac
  watched
  for ((round = 0; round < rounds; round += 4)); do
    enter
    enter --user 1000
    enter --cwd /tmp
    console_socket
    enter --detach --tty --console-socket "$socket"
    rm "$socket"
    # From a terminal, which is none of its streams.
    terminal sh -c ": | '$RUNTIME' --root '$root' exec '$id' true 2>&1 | cat"
  done
  expect_out_of_reach "$kind" $((rounds / 3))
done
expect_no_faults
