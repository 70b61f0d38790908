# SPDX-License-Identifier: Apache-2.0
# features.md, Specification version: both are accepted as ociVersion of config.json.
. "$KIT"
must rt features
low=$(jq -r .ociVersionMin "$out")
high=$(jq -r .ociVersionMax "$out")
for version in "$low" "$high"; do
  config '.ociVersion = $version' --arg version "$version"
  must run
done
