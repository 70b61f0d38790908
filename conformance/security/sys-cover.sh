# SPDX-License-Identifier: Apache-2.0
# issue 4: nothing stands in for the kernel's word at /sys; hiding and the kernel's own is allowed.
# hull-only: the peers guard /proc alone
. "$KIT"
mkdir "$tmp/fake"
cp "$bundle/config.json" "$tmp/config.json"
try() {
  jq --arg at "$1" --arg type "$2" --arg source "$3" \
    '.mounts += [{destination: $at, type: $type, source: $source,
      options: (if $type == "bind" then ["bind"] else [] end)}]' "$tmp/config.json" >"$bundle/config.json"
}
refuse() {
  try "$@"
  expect_refused_create "/mounts/[0-9]+/destination: .*/sys"
}
refuse /sys bind "$tmp/fake"
refuse /sys proc proc
refuse /sys/kernel bind "$tmp/fake"
refuse /sys/devices/system bind "$tmp/fake"
refuse /tmp/../sys/fs overlay overlay
refuse /sys/kernel sysfs sysfs
cp "$tmp/config.json" "$bundle/config.json"
inside 'ls /sys/firmware | wc -l; cat /sys/devices/system/cpu/online; ls /sys/kernel/mm | wc -l'
config '.mounts += [{destination: "/sys/firmware", type: "tmpfs", source: "tmpfs", options: ["ro"]},
  {destination: "/sys/devices/system/cpu/online", type: "bind", source: $file, options: ["bind", "ro"]},
  {destination: "/sys/kernel/mm", type: "bind", source: "/sys/kernel/mm", options: ["rbind", "ro"]}]' \
  --arg file "$tmp/online"
echo 0-4711 >"$tmp/online"
must run
expect_match '^0$'
expect_line 0-4711
