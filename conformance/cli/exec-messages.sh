# SPDX-License-Identifier: Apache-2.0
# managers.md 2.6: the words that managers turn into 126 and 127.
. "$KIT"
args /bin/sleep 1000
must create
must rt start "$id"
echo >"$bundle/rootfs/bin/data"
rt exec "$id" no-such-program
expect_error 'exec: "no-such-program": executable file not found in \$PATH'
rt exec "$id" /no/such/program
expect_error 'no such file or directory'
rt exec "$id" /bin
expect_error 'is a directory'
rt exec "$id" /bin/data
expect_error 'permission denied'
rt exec --cwd /no/such/directory "$id" true
expect_error 'chdir to cwd \("/no/such/directory"\).*no such file or directory'
