# SPDX-License-Identifier: Apache-2.0
# peers.md 1.1: --rootless=true refuses the host's root; else what can be done follows from the caller's powers.
# hull-only: runc goes on as root
. "$KIT"
for value in false auto; do must rt --rootless=$value list; done
rt --rootless=true list
expect_error "--rootless: the caller is the host's root"
as_user
for value in false auto true; do must rt --rootless=$value list; done
must rt --rootless=true run --bundle "$bundle" "$id"
