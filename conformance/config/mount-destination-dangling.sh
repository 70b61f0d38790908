# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts: the runtime makes a destination that is missing: where the image has a link to it, as many
# have at /etc/resolv.conf, it is made where the link leads within the root filesystem, and not on the host.
. "$KIT"
mkdir "$tmp/data" "$tmp/outside"
echo text >"$tmp/data/file"
ln -s ../run/deep/resolv.conf "$bundle/rootfs/etc/resolv.conf"
ln -s /jump/on "$bundle/rootfs/directory"
ln -s "../../..$tmp/outside/" "$bundle/rootfs/jump"
config '.mounts += [{destination: "/etc/resolv.conf", source: ($data + "/file"), options: ["bind"]},
  {destination: "/directory", source: $data, options: ["bind"]}]' --arg data "$tmp/data"
inside 'cat /run/deep/resolv.conf /jump/on/file; readlink /etc/resolv.conf; readlink /directory
  awk -v a=/run/deep/resolv.conf -v b=/on "\$2 == a || substr(\$2, length(\$2) - 2) == b" /proc/mounts | wc -l'
run
expect_success
expect_output $'text\ntext\n../run/deep/resolv.conf\n/jump/on\n2'
expect_equal "$(ls -A "$tmp/outside")" '' 'the directory of the host'
