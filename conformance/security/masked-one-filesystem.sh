# SPDX-License-Identifier: Apache-2.0
# issue 4: masked directories are one empty filesystem, however many they are.
. "$KIT"
mkdir "$bundle/rootfs/one" "$bundle/rootfs/two"
config '.linux.maskedPaths = ["/one", "/two"]'
inside 'stat -c %d /one /two'
must run
read -rd '' one two <"$out" || true
expect_equal "$one" "$two" 'the device of the first'
[ "$one" != "$(stat -c %d "$bundle/rootfs")" ] || fail 'nothing is masked'
