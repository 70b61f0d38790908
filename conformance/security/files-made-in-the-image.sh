# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2025-24965: what the runtime makes in the root filesystem, targets of mounts, nodes and the
# working directory, it makes below it, new, and through no link out of it; files that are there it does not
# write to.
# watchdog: 600
. "$KIT"
mkdir "$tmp/canary" "$tmp/data"
echo data >"$tmp/data/file"
echo canary >"$tmp/canary/file"
echo there >"$bundle/rootfs/there"
up=$(realpath --relative-to "$bundle/rootfs" "$tmp/canary")
ln -s "$up" "$bundle/rootfs/up"
ln -s "$tmp/canary" "$bundle/rootfs/absolute"
ln -s "$up/new" "$bundle/rootfs/dangling"
ln -s "$up/file" "$bundle/rootfs/node"
before=$(cd "$tmp/canary" && find . -printf '%p %y %m %U:%G %s %T@\n' | sort)
inside 'cat /there'
cp "$bundle/config.json" "$tmp/config.json"
for filter in \
  '.mounts += [{destination: "/up/made", source: $file, options: ["bind"]}]' \
  '.mounts += [{destination: "/absolute/made", source: $file, options: ["bind"]}]' \
  '.mounts += [{destination: "/dangling", source: $file, options: ["bind"]}]' \
  '.mounts += [{destination: "/node", source: $file, options: ["bind"]}]' \
  '.linux.devices = [{path: "/up/made", type: "c", major: 1, minor: 3}]' \
  '.linux.devices = [{path: "/absolute/made", type: "c", major: 1, minor: 3}]' \
  '.linux.devices = [{path: "/dangling", type: "c", major: 1, minor: 3, fileMode: 438}]' \
  '.linux.devices = [{path: "/node", type: "c", major: 1, minor: 3, fileMode: 438, uid: 5}]' \
  '.linux.devices = [{path: "/up/pipe", type: "p"}]' \
  '.process.cwd = "/up/made/deep"' \
  '.process.cwd = "/absolute/made"' \
  '.process.cwd = "/dangling"' \
  '.mounts += [{destination: "/there", source: $file, options: ["bind"]}]'; do
  cp "$tmp/config.json" "$bundle/config.json"
  config "$filter" --arg file "$tmp/data/file"
  run
  [ "$status" = 0 ] || { expect_error; expect_nothing_left; }
  expect_equal "$(cd "$tmp/canary" && find . -printf '%p %y %m %U:%G %s %T@\n' | sort)" "$before" "the host's directory after $filter"
  expect_equal "$(cat "$bundle/rootfs/there")" there "the image's file after $filter"
done
