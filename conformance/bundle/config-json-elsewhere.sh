# SPDX-License-Identifier: Apache-2.0
# bundle.md, Container Format 1: config.json lies in the root of the bundle, not in a folder of it.
. "$KIT"
mkdir "$bundle/etc"
mv "$bundle/config.json" "$bundle/etc/config.json"
expect_refused_create 'config\.json'
