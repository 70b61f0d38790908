# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: --no-new-keyring leaves the caller's session keyring in place.
. "$KIT"
must run --no-new-keyring
must run
