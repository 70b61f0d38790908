# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: what spec --rootless writes can be run by the user who had it written, once it has a program.
. "$KIT"
as_user
rm "$bundle/config.json"
cd "$bundle"
must rt spec --rootless
expect_equal "$(jq -c '[.linux.uidMappings[], .linux.gidMappings[] | .hostID, .size]' config.json)" \
  "[$user,1,$user,1]" 'what is mapped'
config '.process.terminal = false'
args id -u
run
expect_success
expect_output 0
