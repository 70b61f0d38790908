# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: with --page-server the memory goes to whoever listens there, and not into the images.
. "$KIT"
checkpoints
must run --detach
counts_on 2
mkdir "$tmp/pages"
criu page-server --images-dir "$tmp/pages" --work-dir "$tmp/pages" --address 127.0.0.1 --port 27373 >"$tmp/server" 2>&1 &
server=$!
holders+=($server)
is_listening() { grep -q ' 0100007F:6AED 00000000:0000 0A ' /proc/net/tcp; }
wait_until is_listening
must checkpoint --page-server 127.0.0.1:27373
wait $server || fail "the page server: $(tail -n 1 "$tmp/server")"
[ -z "$(find "$images" -name 'pages-*')" ] || fail 'there are pages in the images'
[ -n "$(find "$tmp/pages" -name 'pages-*')" ] || fail 'the server has no pages'
mv "$tmp/pages"/*.img "$images/"
must restore
counts_on 2
