# SPDX-License-Identifier: Apache-2.0
# bundle.md, Container Format 1: the configuration file of a bundle is required.
. "$KIT"
rm "$bundle/config.json"
expect_refused_create 'config\.json'
