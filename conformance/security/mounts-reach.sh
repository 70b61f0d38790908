# SPDX-License-Identifier: Apache-2.0
# issue 5, users.md 2: while hull changes the mounts of a container, neither its process nor a descriptor of the
# host's is in reach of what runs there; also where that process has to be in the container's pid namespace.
# watchdog: 1800
# hull-only: neither runc nor the crun of Debian 12 has the command
. "$KIT"
attacks
config '.root.readonly = false | del(.linux.maskedPaths, .linux.readonlyPaths)
  | .process.capabilities |= map_values(map(select(. != "CAP_SYS_PTRACE" and . != "CAP_SYS_ADMIN")))'
args attack reach
all=$(jq -cn '"AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE
  DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN
  NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT
  SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM"
  | [splits("[ \n]+") | "CAP_" + .]')
echo "[{\"destination\": \"/a\", \"source\": \"$tmp\", \"options\": [\"bind\"]}]" >"$tmp/bind.json"
echo '[{"destination": "/b", "type": "proc", "source": "proc"}]' >"$tmp/proc.json"
for kind in plain in-user-namespace; do
  # Whom the root of a user namespace may trace, it may with every capability there is in it.
  [ "$kind" = plain ] || {
    user_namespace
    config '.process.capabilities[] = $all' --argjson all "$all"
  }
  rm -f "$bundle/rootfs/ended"
  must create
  must rt start "$id"
  wait_until grep -q watching "$container_out"
  for _ in $(seq 40); do
    for list in bind proc; do
      must rt mounts add "$id" "$tmp/$list.json"
      must rt mounts remove "$id" "$tmp/$list.json"
    done
  done
  touch "$bundle/rootfs/ended"
  finish
  expect_no_match '^(traced|reached)'
  must rt delete "$id"
done
