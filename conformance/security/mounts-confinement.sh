# SPDX-License-Identifier: Apache-2.0
# issue 5: mounts changes nothing of how a container is confined: no mask and no read-only path goes or is covered,
# by its own name, by one above it, through a link of the container's, or after it has been renamed.
# hull-only: neither runc nor the crun of Debian 12 has the command
. "$KIT"
mkdir -p "$bundle/rootfs/srv/a/folder" "$bundle/rootfs/srv/a/kept" "$tmp/data"
echo hidden | tee "$bundle/rootfs/srv/a/file" >"$bundle/rootfs/srv/a/folder/file"
config '.root.readonly = false
  | .linux.maskedPaths = ["/proc/kcore", "/proc/keys", "/sys/firmware", "/srv/a/file", "/srv/a/folder"]
  | .linux.readonlyPaths = ["/proc/sys", "/sys/kernel", "/srv/a/kept"]'
inside 'ln -s /proc /p; ln -s ../../../../../proc/sys/kernel /k; ln -s /sys/firmware /f; ln -s /proc/1/root /magic
  ln -s / /self; ln -s /srv/a/folder /l; echo ready; exec sleep 1000'
must create
must rt start "$id"
wait_until grep -q ready "$container_out"
pid=$(state .pid)
before=$(cut -d' ' -f1-6 "/proc/$pid/mountinfo")
refused() {
  jq -n --arg at "$1" --arg source "$tmp/data" "[$2]" >"$tmp/list.json"
  for verb in ${3:-add remove}; do
    rt mounts "$verb" "$id" "$tmp/list.json"
    expect_error
    expect_equal "$(cut -d' ' -f1-6 "/proc/$pid/mountinfo")" "$before" "what is mounted after $verb at $1"
  done
}
for at in / /proc /sys /dev /proc/kcore /proc/sys /proc/sys/kernel /proc/keys /sys/firmware /srv /srv/a /srv/a/file \
  /srv/a/folder /srv/a/folder/file /srv/a/kept /srv/a/kept/below /proc/1/attr /p /p/kcore /p/sys /p/self/attr /k \
  /k/core_pattern /f /magic/tmp /magic/proc/sys /self /self/srv/a/folder /l /l/below .. ../proc/sys ./srv//a/kept; do
  refused "$at" '{destination: $at, source: $source, options: ["rbind"]}'
  refused "$at" '{destination: $at, type: "tmpfs", source: "tmpfs"}' add
done
for type in proc sysfs; do refused /new "{destination: \"/new\", type: \"$type\", source: \"$type\"}" add; done
for option in rw ro rshared; do
  refused /proc/sys "{destination: \$at, options: [\"remount\", \"$option\"]}" add
done
# They have the names of what the host adds and removes by then.
must rt exec "$id" mv /srv/a /srv/b
before=$(cut -d' ' -f1-6 "/proc/$pid/mountinfo")
for at in file folder kept; do refused "/srv/b/$at" '{destination: $at}' remove; done
must rt exec "$id" sh -c 'cat /srv/b/file; ls -A /srv/b/folder; touch /srv/b/kept/x 2>&1 || echo refused'
expect_no_match hidden
expect_line refused
