# SPDX-License-Identifier: Apache-2.0
# bundle.md, Container Format 1: the file is named config.json; nothing else is taken for it.
. "$KIT"
mv "$bundle/config.json" "$bundle/Config.json"
cp "$bundle/Config.json" "$bundle/config"
expect_refused_create 'config\.json'
