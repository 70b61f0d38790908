# SPDX-License-Identifier: Apache-2.0
# config.md, Mounts: mounts is optional.
. "$KIT"
config 'del(.mounts)'
inside 'echo ran'
must run
expect_output ran
