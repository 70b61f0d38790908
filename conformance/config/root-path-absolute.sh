# SPDX-License-Identifier: Apache-2.0
# config.md, Root: path may be absolute.
. "$KIT"
mv "$bundle/rootfs" "$tmp/elsewhere"
config '.root.path = $path' --arg path "$tmp/elsewhere"
inside 'echo there'
must run
expect_output there
