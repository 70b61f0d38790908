# SPDX-License-Identifier: Apache-2.0
# features.md, Features Structure: what is listed does not depend on the host it runs on.
. "$KIT"
must rt features
cp "$out" "$tmp/first"
unshare -m sh -c 'umount -R /sys/fs/cgroup; exec "$1" features' sh "$RUNTIME" >"$tmp/second"
diff "$tmp/first" "$tmp/second" || fail 'it differs without cgroups'
