# SPDX-License-Identifier: Apache-2.0
# issue 4: features names the annotation for Landlock and every right that its document may name.
# hull-only: no other runtime has it
. "$KIT"
must rt features
jq -e '.potentiallyUnsafeConfigAnnotations | index("run.oci.hull.landlock")' "$out" >/dev/null || fail 'the annotation is not named'
rights=$(jq -c '.annotations["run.oci.hull.landlock.rights"] / " "' "$out")
expect_equal "$(jq length <<<"$rights")" 16 'the count of rights'
landlock "{\"mode\": \"best-effort\", \"handled\": $rights, \"rules\": [{\"paths\": [\"/\"], \"allow\": $rights}]}"
args echo ran
must run
expect_output ran
