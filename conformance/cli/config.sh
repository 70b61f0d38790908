# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: --config names another file, relative to the bundle.
. "$KIT"
inside 'echo from the other'
mv "$bundle/config.json" "$bundle/other.json"
must run --config other.json
expect_output 'from the other'
