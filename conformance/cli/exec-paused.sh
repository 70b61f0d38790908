# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: a paused container is refused, or with --ignore-paused entered: the process runs once
# it is resumed.
. "$KIT"
controller freezer cpu
args /bin/sleep 1000
must create
must rt start "$id"
must rt pause "$id"
rt exec "$id" true
expect_error 'cannot exec in a paused container.*--ignore-paused'
"$RUNTIME" --root "$root" "${manager[@]}" exec --ignore-paused "$id" sh -c 'exit 7' &
entering=$!
sleep 0.3
kill -0 "$entering" || fail 'it has run although the container is paused'
must rt resume "$id"
status=0
wait "$entering" || status=$?
expect_status 7
