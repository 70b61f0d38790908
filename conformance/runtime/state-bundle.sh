# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: bundle is the absolute path of the bundle, also when the caller gave another.
. "$KIT"
cd "$DIR"
must rt create --bundle ./bundle "$id"
expect_equal "$(state .bundle)" "$bundle" bundle
