# SPDX-License-Identifier: Apache-2.0
# features.md, Mount Options: no option of one filesystem only is in the list.
. "$KIT"
must rt features
for word in size mode nr_inodes newinstance ptmxmode gid lowerdir; do
  jq -e --arg word $word '[.mountOptions[] | select(startswith($word))] == []' "$out" >/dev/null ||
    fail "'$word' is in the list"
done
