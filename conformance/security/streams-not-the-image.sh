# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2026-88265: an image whose /dev/null is a link to a kernel parameter does not have the streams
# replaced by it: pipes have the device number 0, as that file has. (The parameter is the host name of the
# container's own namespace.)
. "$KIT"
ln -s /proc/sys/kernel/hostname "$bundle/rootfs/dev/null"
config '.hostname = "before"'
inside 'echo out; echo err >&2; for n in 0 1 2; do readlink /proc/self/fd/$n; done; echo "name $(hostname)"'
for mounts in . '.mounts |= map(select(.destination | startswith("/dev") | not))' '.mounts |= map(select(.destination != "/dev"))'; do
  config "$mounts"
  echo input | { "$RUNTIME" --root "$root" "${manager[@]}" run --bundle "$bundle" "$id" 2>"$DIR/err.s" || touch "$DIR/refused"; } |
    cat >"$DIR/out.s"
  out=$DIR/out.s err=$DIR/err.s
  ! rm "$DIR/refused" 2>/dev/null || continue
  expect_line out
  expect_line 'name before'
  expect_match '^pipe:'
  expect_no_match hostname
done
