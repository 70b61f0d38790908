# SPDX-License-Identifier: Apache-2.0
# config.md, Process: cwd, made if missing, is a path of the container: nothing is made on the host.
. "$KIT"
mkdir "$tmp/outside"
ln -s "$tmp/outside" "$bundle/rootfs/link"
config '.process.cwd = "/link/new"'
args true
run
[ ! -e "$tmp/outside/new" ] || fail 'it was made on the host'
