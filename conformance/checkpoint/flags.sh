# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: what a flag cannot be is told by its name, before anything is done.
# hull-only: the texts are ours
. "$KIT"
must create
rt checkpoint --parent-path /tmp/x "$id"
expect_error '--parent-path: must be relative'
rt checkpoint --page-server nowhere "$id"
expect_error "--page-server: 'nowhere' is no ADDRESS:PORT"
rt checkpoint --page-server 1.2.3.4:99999 "$id"
expect_error '--page-server: .*port'
rt checkpoint --manage-cgroups-mode some "$id"
expect_error '--manage-cgroups-mode: .some. is not one of soft, full, strict, ignore'
rt checkpoint --network-lock none "$id"
expect_error '--network-lock: .none. is not one of'
rt checkpoint --empty-ns ipc "$id"
expect_error "--empty-ns: must be network, not 'ipc'"
rt checkpoint --status-fd x "$id"
expect_error '--status-fd: '
rt restore --no-pivot --bundle "$bundle" "$TOKEN-2"
expect_error '--no-pivot: CRIU enters'
# Podman asks so whether there is this flag.
rt restore --lsm-mount-context
expect_error 'flag needs an argument|requires an argument'
must rt checkpoint --help
