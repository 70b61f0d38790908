# SPDX-License-Identifier: Apache-2.0
# config.md, Root: a relative path starts from the bundle.
. "$KIT"
mkdir "$bundle/deeper"
mv "$bundle/rootfs" "$bundle/deeper/root"
config '.root.path = "deeper/root"'
inside 'echo there'
cd /
must run
expect_output there
