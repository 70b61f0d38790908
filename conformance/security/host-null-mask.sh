# SPDX-License-Identifier: Apache-2.0
# issue 4: what a container does to a masked file is done to no node of the host's: with the default capabilities,
# and with the one to mount it anew, writable; in a user namespace that has the host's root too.
. "$KIT"
private_dev
echo secret >"$bundle/rootfs/secret"
config '.linux.maskedPaths = ["/proc/keys", "/proc/timer_list", "/secret"]'
inside 'mount -o remount,bind,rw /proc/keys 2>/dev/null
  for file in /proc/keys /secret; do
    cat $file; echo "read $?"
    echo lost >$file; echo "written $?"
    chown 1:1 $file; touch -d "2001-02-03 04:05" $file; chmod 000 $file
  done 2>/dev/null
  stat -c "%t:%T" /proc/timer_list; stat -c "mode %a" /dev/null'
cp "$bundle/config.json" "$tmp/config.json"
no_dev='.mounts |= map(select(.destination | startswith("/dev") | not))'
hosts_dev="$no_dev | .mounts += [{destination: \"/dev\", source: \"/dev\", options: [\"rbind\", \"ro\"]}]"
same_ids='.linux.namespaces += [{type: "user"}] | .linux.uidMappings = [{containerID: 0, hostID: 0, size: 65536}]
  | .linux.gidMappings = .linux.uidMappings'
powers='.process.capabilities |= map_values(. + ["CAP_CHOWN", "CAP_FOWNER", "CAP_DAC_OVERRIDE"] - ["CAP_SYS_ADMIN"] | unique)'
mighty='.process.capabilities |= map_values(. + ["CAP_SYS_ADMIN"] | unique)'
for change in . "$mighty" "$no_dev" "$no_dev | $mighty" "$hosts_dev" "$same_ids" "$same_ids | $mighty"; do
  cp "$tmp/config.json" "$bundle/config.json"
  config "$powers | $change"
  run
  expect_success
  expect_no_match secret
  expect_equal "$(grep -cx 'read 0' "$out")" 2 'number of files that are empty'
  expect_line 1:3
  expect_nodes_kept "with $change"
done
