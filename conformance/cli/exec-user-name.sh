# SPDX-License-Identifier: Apache-2.0
# issue 5, exec --user: a name of the container's /etc/passwd, with its group and those of /etc/group; files
# of the container, whatever links lead to.
# hull-only: the peers take numbers only
. "$KIT"
mkdir -p "$bundle/rootfs/etc"
printf 'web:x:33:34::/srv:/bin/sh\n1000:x:0:0::/:/bin/sh\n' >"$bundle/rootfs/etc/passwd"
printf 'adm:x:4:root,web\nwebs:x:5:webs\n' >"$bundle/rootfs/etc/group"
config '.process.user.additionalGids = [9]'
args /bin/sleep 1000
must create
must rt start "$id"
must rt exec --user web "$id" sh -c 'id -u; id -g; id -G'
expect_output '33
34
34 4'
must rt exec --user 1000 "$id" id -u
expect_output 1000
rt exec --user nobody "$id" true
expect_error "--user 'nobody': is not in the container's /etc/passwd"
expect_status 255
echo 'outside:x:7:7::/:/bin/sh' >"$tmp/passwd"
for target in "$tmp/passwd" "../../../../../../../..$tmp/passwd" /dev/zero; do
  ln -sf "$target" "$bundle/rootfs/etc/passwd"
  rt exec --user outside "$id" true
  expect_error "--user 'outside'"
done
rm "$bundle/rootfs/etc/passwd"
mkfifo "$bundle/rootfs/etc/passwd"
rt exec --user outside "$id" true
expect_error 'is no regular file'
