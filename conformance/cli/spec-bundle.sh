# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: spec --bundle writes into that directory.
. "$KIT"
mkdir "$tmp/other"
must rt spec --bundle "$tmp/other"
jq -e .ociVersion "$tmp/other/config.json" >/dev/null || fail 'there is no config.json'
