# SPDX-License-Identifier: Apache-2.0
# issue 4: CVE-2020-15257: a container in the host's network namespace sees no abstract socket of the
# runtime's; and the state is nobody's but root's, whatever the caller's umask.
. "$KIT"
without_namespace network
config '.mounts |= map(select(.type != "sysfs"))'
umask 0
hook createRuntime 'grep @ /proc/net/unix; :'
inside 'grep @ /proc/net/unix; echo none; exec sleep 1000'
cat /proc/net/unix >"$tmp/before"
must create
! grep -F @ /proc/net/unix || fail 'an abstract socket stands while it is created'
must rt start "$id"
wait_until grep -q none "$container_out"
out=$container_out
expect_output none
chmod 755 "$WORK" "$DIR"
# By their names, which are no secret, whoever may list them.
while read -r file; do
  for right in r w; do
    ! setpriv --reuid 1000 --regid 1000 --clear-groups sh -c "[ -$right \"\$0\" ]" "$file" ||
      fail "others have the right '$right' to ${file#"$root/"}"
  done
done < <(find "$root" ! -type d)
