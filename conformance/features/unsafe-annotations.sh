# SPDX-License-Identifier: Apache-2.0
# features.md, Unsafe annotations in config.json: a list of strings, when it is there.
. "$KIT"
must rt features
jq -e '(.potentiallyUnsafeConfigAnnotations // []) | type == "array" and all(.[]; type == "string")' \
  "$out" >/dev/null || fail "it is $(jq -c .potentiallyUnsafeConfigAnnotations "$out")"
