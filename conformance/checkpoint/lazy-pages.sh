# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: memory can be fetched when it is used.
. "$KIT"
checkpoints
criu check --feature uffd-noncoop >/dev/null 2>&1 || skip 'userfaultfd(2) as CRIU needs it'
must run --detach
counts_on 2
mkfifo "$tmp/status"
"$RUNTIME" --root "$root" "${manager[@]}" checkpoint --image-path "$images" --lazy-pages --page-server 127.0.0.1:27272 \
  --status-fd 9 "$id" 9<>"$tmp/status" </dev/null >"$tmp/said" 2>&1 &
server=$!
head -c 1 "$tmp/status" | od -An -tx1 >"$tmp/byte"
expect_equal "$(tr -d ' ' <"$tmp/byte")" 00 'the byte'
criu lazy-pages --page-server --address 127.0.0.1 --port 27272 -D "$images" -W "$images" >"$tmp/lazy" 2>&1 &
fetcher=$!
wait_until [ -S "$images/lazy-pages.socket" ]
config '.linux.cgroupsPath |= . + "-second"'
id=$TOKEN-second
must restore --lazy-pages
counts_on 2
wait $server || fail "the checkpoint failed: $(cat "$tmp/said")"
wait $fetcher
