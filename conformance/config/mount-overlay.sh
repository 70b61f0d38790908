# SPDX-License-Identifier: Apache-2.0
# config.md, Linux mount options: long options of a filesystem arrive whole (an overlay of ten layers).
. "$KIT"
grep -qw overlay /proc/filesystems || skip 'a kernel with overlay'
long=$(printf '%0060d' 0)
lower=''
for number in 0 1 2 3 4 5 6 7 8 9; do
  mkdir -p "$tmp/$long/$number"
  echo "$number" >"$tmp/$long/$number/file$number"
  lower=$lower${lower:+:}$tmp/$long/$number
done
mkdir "$tmp/upper" "$tmp/work"
host_mount -t tmpfs layers "$tmp/upper"
mkdir "$tmp/upper/upper" "$tmp/upper/work"
mount_entry "{destination: \"/data\", type: \"overlay\", source: \"overlay\",
  options: [\"lowerdir=$lower\", \"upperdir=$tmp/upper/upper\", \"workdir=$tmp/upper/work\"]}"
inside 'cat /data/file0 /data/file9; echo new >/data/new'
must run
expect_output '0
9'
[ "$(cat "$tmp/upper/upper/new")" = new ] || fail 'what was written is not in the upper layer'
