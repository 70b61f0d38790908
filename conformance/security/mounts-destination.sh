# SPDX-License-Identifier: Apache-2.0
# issue 5: CVE-2021-30465: no link of the container, and no name that it exchanges meanwhile, leads what mounts adds
# out of its root, or onto a file of its procfs.
# watchdog: 1800
# hull-only: neither runc nor the crun of Debian 12 has the command
. "$KIT"
attacks
mkdir -p "$tmp/canary/deep" "$tmp/data" "$bundle/rootfs/place/deep" "$bundle/rootfs/kernel" "$bundle/rootfs$tmp/canary"
echo data >"$tmp/data/file"
ln -s "$tmp/canary" "$bundle/rootfs/absolute"
ln -s "../../../../../../../../../..$tmp/canary" "$bundle/rootfs/relative"
ln -s "../../../../../../../../../..$tmp/canary" "$bundle/rootfs/link"
ln -s /proc/sys/kernel "$bundle/rootfs/proc-link"
ln -s /proc/sys/kernel "$bundle/rootfs/static"
ln -s /sys/class "$bundle/rootfs/sys-link"
config '.root.readonly = false'
inside 'attack exchange /place /link & attack exchange /kernel /proc-link & exec sleep 1000'
must create
must rt start "$id"
pid=$(state .pid)
at_host() { ! find "$tmp/canary" | grep -v "^$tmp/canary\(/deep\)\?\$" || fail 'something was made on the host'; }
for link in absolute relative; do
  echo "[{\"destination\": \"/$link/new\", \"source\": \"$tmp/data\", \"options\": [\"bind\"]}]" >"$tmp/list.json"
  must rt mounts add "$id" "$tmp/list.json"
  at_host
  must rt exec "$id" cat "$tmp/canary/new/file"
  expect_output data
  must rt mounts remove "$id" "$tmp/list.json"
done
for at in /static /static/core_pattern /sys-link; do
  for source in "$tmp/data" "$tmp/data/file"; do
    echo "[{\"destination\": \"$at\", \"source\": \"$source\", \"options\": [\"bind\"]}]" >"$tmp/list.json"
    rt mounts add "$id" "$tmp/list.json"
    expect_error 'a link leads it inside|directory and the destination|file and the destination'
  done
done
echo "[{\"destination\": \"/place/deep\", \"source\": \"$tmp/data\", \"options\": [\"bind\"]},
 {\"destination\": \"/place/new/deep\", \"type\": \"tmpfs\", \"source\": \"race\"}]" >"$tmp/list.json"
echo "[{\"destination\": \"/kernel\", \"type\": \"tmpfs\", \"source\": \"race\"}]" >"$tmp/proc.json"
echo "[{\"destination\": \"/kernel/core_pattern\", \"source\": \"$tmp/data/file\", \"options\": [\"bind\"]}]" >"$tmp/file.json"
added=0
for _ in $(seq 60); do
  for list in list proc file; do
    rt mounts add "$id" "$tmp/$list.json"
    [ "$status" != 0 ] || added=$((added + 1))
    at_host
    ! awk '$5 ~ /^\/(proc|sys)\// && (/ race / || $4 ~ /\/data/)' "/proc/$pid/mountinfo" | grep . ||
      fail 'it is mounted in what is the kernel'"'"'s'
    rt mounts remove "$id" "$tmp/$list.json"
  done
  ! grep -q ' race ' /proc/self/mountinfo || fail 'it is mounted on the host'
done
echo "$added added"
[ "$added" -gt 0 ] || fail 'none was added'
