# SPDX-License-Identifier: Apache-2.0
# config.md, Specification version: older minor versions, pre-releases and build suffixes are taken.
. "$KIT"
for version in 1.0.0 1.0.2-dev 1.1.0 1.1.0+dev 1.2.1; do
  config '.ociVersion = $version' --arg version $version
  inside 'echo ran'
  must run
  expect_output ran
done
