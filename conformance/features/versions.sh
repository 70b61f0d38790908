# SPDX-License-Identifier: Apache-2.0
# features.md, Specification version: ociVersionMin and ociVersionMax are versions, the second not the lower.
. "$KIT"
must rt features
jq -e '[.ociVersionMin, .ociVersionMax] | map(test("^[0-9]+\\.[0-9]+\\.[0-9]+")) | all' "$out" >/dev/null ||
  fail "not two versions: $(jq -c '[.ociVersionMin, .ociVersionMax]' "$out")"
low=$(jq -r .ociVersionMin "$out")
high=$(jq -r .ociVersionMax "$out")
expect_equal "$(printf '%s\n' "$high" "$low" | sort -V | head -n 1)" "$low" 'the lower version'
