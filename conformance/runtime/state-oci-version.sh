# SPDX-License-Identifier: Apache-2.0
# runtime.md, State: ociVersion is a version of the specification: major.minor.patch.
. "$KIT"
must create
must rt state "$id"
jq -e '.ociVersion | test("^1\\.[0-9]+\\.[0-9]+([-+].*)?$")' "$out" >/dev/null ||
  fail "ociVersion is '$(jq -r .ociVersion "$out")'"
