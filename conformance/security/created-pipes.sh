# SPDX-License-Identifier: Apache-2.0
# issue 4: what a created container holds for `start` is no way to the host, for who may trace its init either: no
# file that can be written to, and none whose owner or mode can be changed; and start says what went wrong.
. "$KIT"
config '.process.capabilities |= map_values(. + ["CAP_CHOWN", "CAP_FOWNER", "CAP_DAC_OVERRIDE", "CAP_SYS_PTRACE"] | unique)'
args sleep 1000
must create
before=$(stat -c '%a %u:%g %Y' "$root/$id/exec.fifo")
rt exec "$id" sh -c 'for fd in /proc/1/fd/*; do
    [ "${fd##*/}" -gt 2 ] || continue
    readlink $fd
    [ ! -f $fd ] || { echo filled >$fd && echo "wrote ${fd##*/}"; }
    [ ! -d $fd ] || echo "directory ${fd##*/}"
    chmod 4777 $fd && echo "changed mode ${fd##*/}"
    chown 1:1 $fd && echo "changed owner ${fd##*/}"
  done 2>/dev/null; echo tried'
expect_line tried
expect_match 'exec.fifo'
expect_no_match '^(wrote|directory|changed)'
expect_equal "$(stat -c '%a %u:%g %Y' "$root/$id/exec.fifo")" "$before" 'the fifo'
must rt start "$id"
expect_state running
must rt delete --force "$id"
# What init writes to the same fifo.
printf '#!/no/such/interpreter\n' >"$bundle/rootfs/bin/broken"
chmod 755 "$bundle/rootfs/bin/broken"
args /bin/broken
must create
rt start "$id"
expect_error '/bin/broken'
