# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2019-18837, CVE-2021-30465, CVE-2024-45310: a destination that leads out of the root
# filesystem, by absolute, relative and dangling links, changes nothing on the host.
# watchdog: 600
. "$KIT"
mkdir "$tmp/canary" "$tmp/data"
echo data >"$tmp/data/file"
echo canary >"$tmp/canary/file"
up=$(realpath --relative-to "$bundle/rootfs/x" "$tmp/canary")
ln -s "$tmp/canary" "$bundle/rootfs/absolute"
mkdir "$bundle/rootfs/x"
ln -s "$up" "$bundle/rootfs/x/relative"
ln -s "$tmp/canary/new" "$bundle/rootfs/dangling"
ln -s "$up/new" "$bundle/rootfs/x/dangling"
ln -s "$tmp/canary/file" "$bundle/rootfs/file"
ln -s absolute "$bundle/rootfs/twice"
tree() { (cd "$tmp/canary" && find . -printf '%p %y %m %U:%G %s %T@\n' | sort; cat file); }
tree >"$tmp/before"
cut -d' ' -f4- /proc/self/mountinfo >"$tmp/mounts"
cp "$bundle/config.json" "$tmp/config.json"
for place in /absolute /absolute/file /absolute/new/deep /x/relative /x/relative/new /dangling /dangling/new \
  /x/dangling /x/dangling/file /file /twice "/x/../../../../../../../../..$tmp/canary" "/x/$up"; do
  for mount in '{type: "tmpfs", source: "tmpfs"}' '{source: ($tmp + "/file"), options: ["bind"]}'; do
    cp "$tmp/config.json" "$bundle/config.json"
    config ".mounts += [$mount + {destination: \$place}]" --arg tmp "$tmp/data" --arg place "$place"
    args sleep 1000
    create
    tree | diff "$tmp/before" - || fail "$place changed the host's files"
    cut -d' ' -f4- /proc/self/mountinfo | diff "$tmp/mounts" - || fail "$place is mounted on the host"
    [ "$status" != 0 ] || [ -z "$(awk -v at="$tmp/canary" '$4 == at' "/proc/$(state .pid)/mountinfo")" ] ||
      fail "$place brought the host's directory in"
    must rt delete --force "$id"
  done
done
