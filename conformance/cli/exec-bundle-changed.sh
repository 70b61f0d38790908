# SPDX-License-Identifier: Apache-2.0
# issue 5: what the container was made with counts; a bundle that has changed since changes nothing.
. "$KIT"
args /bin/sleep 1000
must create
must rt start "$id"
echo '{' >"$bundle/config.json"
must rt exec "$id" id -u
expect_output 0
rm "$bundle/config.json"
must rt exec "$id" id -u
expect_output 0
