# SPDX-License-Identifier: Apache-2.0
# features.md, Mount Options: each word of the list is known as an option of a mount.
. "$KIT"
must rt features
jq -r '.mountOptions[]' "$out" >"$tmp/words"
[ -s "$tmp/words" ] || fail 'there is no list'
mkdir "$tmp/data"
while read -r word; do
  case $word in
    # These need a source, mappings, or a mount that is there.
    bind | rbind | idmap | ridmap | remount | tmpcopyup | copy-symlink) continue ;;
  esac
  config '.mounts |= map(select(.destination != "/data"))'
  mount_entry "{destination: \"/data\", source: \"$tmp/data\", options: [\"bind\", \"$word\"]}"
  run
  [ "$status" = 0 ] || fail "'$word': $(tail -n 1 "$err")"
done <"$tmp/words"
