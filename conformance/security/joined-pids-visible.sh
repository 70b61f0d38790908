# SPDX-License-Identifier: Apache-2.0
# users.md 2, 3 (CVE-2016-9962), config-linux.md, Namespaces: what runs in a container and may trace sees each process
# of a container that joins its pid namespace, from its first moment to its exec: nothing of it is the host's, and it
# may no more than that container.
# CONFORMANCE_ROUNDS: containers for each kind; CONFORMANCE_STEP: as in exec-visible.
# watchdog: 7200
. "$KIT"
rounds=${CONFORMANCE_ROUNDS:-4}
watcher "step=${CONFORMANCE_STEP:-50}"
victim=$bundle
joiner=$DIR/joiner
cp -a "$bundle" "$joiner"
# That is how its root is told from the host's.
touch "$joiner/rootfs/of-a-container"

# of_joiner COMMAND...: with the other container's bundle.
of_joiner() {
  bundle=$joiner
  "$@"
  bundle=$victim
}
# enter VERB FLAG...: its streams are no files of the host's. Nobody waits for their end, which may not be the verb's.
enter() {
  : | "$RUNTIME" --root "$root" "$@" > >(cat >"$tmp/said") 2>&1 ||
    fail "$kind: $* ended with an error: $(head -c 300 "$tmp/said")"
}
other_ended() { is_state stopped "$id-joined"; }

# Which the victim has too: who comes may no more than the victim.
filter='{defaultAction: "SCMP_ACT_ALLOW",
  syscalls: [{names: ["keyctl", "add_key", "swapon", "reboot"], action: "SCMP_ACT_ERRNO"}]}'

for kind in plain filter hooks no-uts no-proc user-namespace; do
  for at in "$victim" "$joiner"; do cp "$at/config.json" "$at/first.json"; done
  case $kind in
    filter) seccomp "$filter" ;;
    user-namespace) user_namespace ;;
  esac
  watched
  of_joiner args true
  of_joiner config '.process.capabilities |= map_values(map(select(. != "CAP_SYS_ADMIN")))
    | .linux.cgroupsPath += "-joined"'
  of_joiner namespace pid "/proc/$(state .pid)/ns/pid"
  case $kind in
    filter) of_joiner seccomp "$filter" ;;
    hooks)
      of_joiner hook startContainer 'exit 0'
      of_joiner hook createContainer 'exit 0' ;;
    no-uts) of_joiner without_namespace uts ;;
    no-proc) of_joiner config '.mounts |= map(select(.destination != "/proc"))' ;;
    user-namespace)
      of_joiner user_namespace
      of_joiner namespace user "/proc/$(state .pid)/ns/user"
      of_joiner config 'del(.linux.uidMappings, .linux.gidMappings)' ;;
  esac
  for ((round = 0; round < rounds; round += 2)); do
    enter run --bundle "$joiner" "$id-joined"
    enter create --bundle "$joiner" "$id-joined"
    enter start "$id-joined"
    wait_until other_ended
    enter delete "$id-joined"
  done
  expect_out_of_reach "$kind" $((rounds / 3))
  for at in "$victim" "$joiner"; do mv "$at/first.json" "$at/config.json"; done
done
expect_no_faults
