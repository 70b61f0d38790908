# SPDX-License-Identifier: Apache-2.0
# features.md, Mount Options: every word that config.md says a runtime must know.
. "$KIT"
must rt features
for word in async atime bind defaults dev diratime dirsync exec iversion lazytime loud noatime nodev \
  nodiratime noexec noiversion nolazytime norelatime nostrictatime nosuid private rbind relatime \
  remount ro rprivate rshared rslave runbindable rw shared silent slave strictatime suid sync unbindable; do
  jq -e --arg word $word '.mountOptions | index($word)' "$out" >/dev/null || fail "no '$word'"
done
