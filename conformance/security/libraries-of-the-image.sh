# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2019-14271: of all that the image has for C libraries to load or to obey, the runtime opens
# nothing; only the accounts, for HOME and groups, and the program.
. "$KIT"
attacks
mkdir "$tmp/image"
host_mount -t tmpfs image "$tmp/image"
mv "$bundle/rootfs" "$tmp/image/rootfs"
image=$tmp/image/rootfs
for directory in lib lib64 usr/lib lib/x86_64-linux-gnu usr/lib/x86_64-linux-gnu lib/aarch64-linux-gnu; do
  mkdir -p "$image/$directory/gconv" "$image/usr/lib/locale" "$image/etc/ld.so.conf.d"
  for library in libnss_files.so.2 libnss_poison.so.2 libc.so.6 libseccomp.so.2 libgcc_s.so.1 gconv/gconv-modules; do
    echo poison >"$image/$directory/$library"
  done
done
for file in ld.so.preload ld.so.cache ld.so.conf nsswitch.conf localtime host.conf resolv.conf selinux; do
  echo '/lib/poison' >"$image/etc/$file"
done
printf 'passwd: poison files\ngroup: poison files\n' >"$image/etc/nsswitch.conf"
echo poison >"$image/usr/lib/locale/locale-archive"
config '.root.path = $path | .process.user = {uid: 1000, gid: 1000} | .process.env += ["LANG=de_DE.UTF-8", "TZ=x"]' \
  --arg path "$image"
args sleep 1000
"$attack" opened "$tmp/image" >"$tmp/opened" &
holders+=($!)
wait_until grep -q watching "$tmp/opened"
must create
cat "$image/etc/localtime" >"$tmp/seen"
wait_until grep -q /etc/localtime "$tmp/opened"
sed -e 1d -e 's/ (deleted)$//' -e "s,^$image,," "$tmp/opened" | sort | uniq -c | sort -rn | tee "$tmp/names"
# Our own look at it came last, to see that all before it has been told.
expect_equal "$(awk '$2 == "/etc/localtime" { print $1 }' "$tmp/names")" 1 'how often /etc/localtime was opened'
! awk '{ print $2 }' "$tmp/names" | grep -E '^/(etc|lib|lib64|usr)/' | grep -vxE '/etc/(passwd|group|localtime)' ||
  fail "it opened $(awk '{ print $2 }' "$tmp/names" | grep -E '^/(etc|lib|lib64|usr)/' | grep -vxE '/etc/(passwd|group|localtime)' | head -n 1)"
