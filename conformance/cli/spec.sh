# SPDX-License-Identifier: Apache-2.0
# peers.md 1.3: spec writes a config.json that runs, but for its terminal.
. "$KIT"
cd "$tmp"
must rt spec
jq -e '.process.args == ["sh"] and .root.path == "rootfs" and .process.terminal == true' config.json >/dev/null ||
  fail 'not the usual content'
cp -a "$bundle/rootfs" rootfs
jq --arg path "$cgroups_path" '.process.terminal = false | .process.args = ["echo", "ran"] | del(.process.rlimits)
  | .linux.cgroupsPath = $path' config.json >new.json
mv new.json config.json
must rt run "$id"
expect_output ran
