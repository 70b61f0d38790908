# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: --config takes an absolute path too.
. "$KIT"
inside 'echo from the other'
mv "$bundle/config.json" "$tmp/other.json"
must run --config "$tmp/other.json"
expect_output 'from the other'
