# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: --config names another file; a relative one starts from where the caller stands.
. "$KIT"
inside 'echo from the other'
mv "$bundle/config.json" "$tmp/other.json"
cd "$tmp"
must run --config other.json
expect_output 'from the other'
