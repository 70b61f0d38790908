# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: without --bundle the bundle is where the caller stands.
. "$KIT"
cd "$bundle"
inside 'echo ran'
must rt run "$id"
expect_output ran
