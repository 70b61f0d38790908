# SPDX-License-Identifier: Apache-2.0
# users.md 8, peers.md 5: a bind whose source lies below the root filesystem brings in nothing of the host's that
# the image's links lead to, by absolute and by relative ones, and by what an entry before it has mounted.
. "$KIT"
mkdir "$tmp/canary" "$bundle/rootfs/x" "$bundle/rootfs/place"
echo canary >"$tmp/canary/file"
up=$(realpath --relative-to "$bundle/rootfs/x" "$tmp/canary")
ln -s "$tmp/canary" "$bundle/rootfs/absolute"
ln -s "$up" "$bundle/rootfs/x/relative"
mkdir "$tmp/brought"
ln -s "$tmp/canary" "$tmp/brought/link"
cp "$bundle/config.json" "$tmp/config.json"
for user in '' user_namespace; do
  for source in absolute absolute/file x/relative x/relative/file brought/link; do
    cp "$tmp/config.json" "$bundle/config.json"
    $user
    mount_entry "{destination: \"/brought\", source: \"$tmp/brought\", options: [\"bind\"]}"
    mount_entry "{destination: \"/place\", source: \"rootfs/$source\", options: [\"bind\"]}"
    # Whatever it is that the container has there: an image of the same name shows that it is its own.
    inside 'cat /place /place/file'
    run
    expect_no_match '^canary$'
  done
done

# What the image has at the same place is what the link means.
cp "$tmp/config.json" "$bundle/config.json"
mkdir -p "$bundle/rootfs$tmp/canary"
echo image >"$bundle/rootfs$tmp/canary/file"
mount_entry '{destination: "/place", source: "rootfs/absolute", options: ["bind"]}'
args cat /place/file
must run
expect_output image
